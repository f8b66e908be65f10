/** All goals of the demonstration, twenty of each kind. */
import type { DemoGoal, DemoGoalKind } from './demo-goal.ts';
import { groupGoals } from './goals-group.ts';
import { pupilGoals } from './goals-pupil.ts';
import { schoolGoals } from './goals-school.ts';
import { teacherGoals } from './goals-teacher.ts';
import { teamGoals } from './goals-team.ts';

export const demoGoals: Readonly<Record<DemoGoalKind, readonly DemoGoal[]>> = {
  pupil: pupilGoals,
  group: groupGoals,
  teacher: teacherGoals,
  team: teamGoals,
  school: schoolGoals,
};
