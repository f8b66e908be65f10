/** The front door of news: posts with open updates, promises, working rules, subscriptions. */
import type { Route } from '../platform/route.ts';
import { filePages } from './posts/file.pages.ts';
import { postsApi } from './posts/post.api.ts';
import { postPages } from './posts/post.pages.tsx';
import { topicPages } from './posts/topics/topic.pages.tsx';
import { autosavePages } from './posts/writing/autosave.pages.ts';
import { deskPages } from './posts/writing/desk.pages.tsx';
import { deskListPages } from './posts/writing/desk-list.pages.tsx';
import { laterPages } from './posts/writing/later.pages.tsx';
import { writePages } from './posts/writing/write.pages.tsx';
import { promiseApi } from './promises/promise.api.ts';
import { promisePages } from './promises/promise.pages.tsx';
import { promiseListPages } from './promises/promise-list.pages.tsx';
import { promiseMakePages } from './promises/promise-make.pages.tsx';
import { rulePages } from './rules/rule.pages.tsx';
import { wayFromElsewhere } from './site/elsewhere.ts';
import { feedPages } from './site/feed.pages.ts';
import { newsListPages } from './site/news-list.pages.tsx';
import { oldAddressPages } from './site/old-addresses.pages.tsx';
import { ownFeedPages } from './site/own-feed.pages.tsx';
import { deliveryPages } from './subscriptions/delivery.pages.tsx';
import { ownPages } from './subscriptions/own.pages.tsx';
import { askPages } from './subscriptions/subscription.pages.tsx';

export { type FoundPromise, type FoundRule, findPromisesLike, findRulesLike } from './found.store.ts';
export { addPostFile } from './posts/file.actions.ts';
export type { Language } from './posts/languages.ts';
export { Markdown } from './posts/markdown.ts';
export {
  fixPost,
  publishPost,
  translatePost,
  updatePost,
  withdrawPost,
  writePost,
} from './posts/post.actions.ts';
export { showSize } from './posts/post-files.tsx';
export { addressOfPost } from './posts/text.rules.ts';
export { addTopic } from './posts/topics/topic.actions.ts';
export { makePromise, takePromiseStep } from './promises/promise.actions.ts';
export { remindOfPromises } from './promises/promise.jobs.ts';
export { noPromises, type PromisesWaiting, promisesWaiting } from './promises/promise.store.ts';
export { PromiseTasks } from './promises/promise-tasks.tsx';
export { addRule } from './rules/rule.actions.ts';
export { editionsThen } from './rules/rule.store.ts';
export { subjectWords as workingRuleWords } from './rules/rule.words.ts';
export { type EditionThen, editionsView, RulesThen, workingRules } from './rules/rule-parts.tsx';
export { SchoolNews } from './site/school-news.tsx';
export { type FoundOnSite, searchOwnPosts } from './site/site.store.ts';
export { wordNews } from './subscriptions/letter.words.ts';
export { askForLetters, confirmLetters } from './subscriptions/subscription.actions.ts';
export { tellNews, tellSubscribers } from './subscriptions/subscription.jobs.ts';
export type { Wishes } from './subscriptions/wishes.ts';
export { wayFromElsewhere };

/** The pages of one post stand last: every other word after /nieuws/ would be taken for a title. */
export const newsRoutes: readonly Route[] = [
  ...askPages,
  ...ownPages,
  ...deliveryPages,
  ...postsApi,
  ...promiseApi,
  ...promiseListPages,
  ...promisePages,
  ...promiseMakePages,
  ...rulePages,
  ...newsListPages,
  ...feedPages,
  ...ownFeedPages,
  ...oldAddressPages,
  ...filePages,
  ...deskListPages,
  ...topicPages,
  ...writePages,
  ...autosavePages,
  ...laterPages,
  ...deskPages,
  ...postPages,
];
