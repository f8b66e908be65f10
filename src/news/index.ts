/** The front door of news: posts with open updates, promises, working rules, subscriptions. */
import type { Route } from '../platform/route.ts';

export { type Language, languageNames, languages } from './posts/languages.ts';
export {
  Markdown,
  type MarkdownOptions,
  type Picture,
  pictureFaults,
  plainText,
  renderMarkdown,
} from './posts/markdown.ts';
export {
  type Audience,
  audiences,
  isOpen,
  openAudiences,
  writers as postWriters,
} from './posts/post.access.ts';
export {
  type FoundPost,
  findPosts,
  findPublicPosts,
  getPost,
  getPostByCode,
  getPublicPost,
  type PostFilter,
} from './posts/post.store.ts';
export { type ListedPost, type Post, type PostText, type PostUpdate, textIn } from './posts/post.view.ts';
export { addressOfPost, codeIn, slugOf } from './posts/text.rules.ts';

export { wordNews } from './subscriptions/letter.words.ts';

/** The pages of one post stand last: every other word after /nieuws/ would be taken for a title. */
export const newsRoutes: readonly Route[] = [];
