-- What an operator writes down of years past (the history of the demonstration) is told to nobody: it is no news. The law of each step
-- stays as it is.

create or replace trigger question_step_is_told after insert on question_entry for each row when (not app_operator())
  execute function question_entry_told();
create or replace trigger question_is_told after insert on support_question for each row when (not app_operator())
  execute function question_asked_told();
