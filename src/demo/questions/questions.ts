/** All questions of the demonstration, level by level. */
import type { DemoQuestion } from './demo-question.ts';
import { groupBehaviourQuestions } from './group-behaviour.ts';
import { groupLearningQuestions } from './group-learning.ts';
import { groupPracticeQuestions } from './group-practice.ts';
import { pupilBehaviourQuestions } from './pupil-behaviour.ts';
import { pupilLearningQuestions } from './pupil-learning.ts';
import { pupilStartAndPresenceQuestions } from './pupil-start-and-presence.ts';
import { schoolLearningQuestions } from './school-learning.ts';
import { schoolLifeQuestions } from './school-life.ts';
import { teamClassroomQuestions } from './team-classroom.ts';
import { teamTogetherQuestions } from './team-together.ts';

export const demoQuestions: readonly DemoQuestion[] = [
  ...schoolLearningQuestions,
  ...schoolLifeQuestions,
  ...teamClassroomQuestions,
  ...teamTogetherQuestions,
  ...groupBehaviourQuestions,
  ...groupLearningQuestions,
  ...groupPracticeQuestions,
  ...pupilLearningQuestions,
  ...pupilBehaviourQuestions,
  ...pupilStartAndPresenceQuestions,
];
