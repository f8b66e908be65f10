/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The rows «Waarvoor?» of a visit: only those of the schools that are chosen, and what is left to divide. The server says the same.

interface Row {
  readonly box: HTMLInputElement;
  readonly minutes: HTMLInputElement;
  readonly element: HTMLElement;
}

/** Follows what is filled in. */
export function helpDivide(form: HTMLFormElement): void {
  follow(form, false);
  form.addEventListener('change', ({ target }) => {
    const name = target instanceof Element ? target.getAttribute('name') : null;
    const other = named(form, 'otherMinutes');
    if (name === 'minutes' && other) other.value = '';
    follow(form, name === 'schools' || name === 'otherSchool');
  });
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'otherMinutes' && target.value !== '')
      for (const chip of form.querySelectorAll<HTMLInputElement>('input[name=minutes]')) chip.checked = false;
    tell(form);
  });
}

/** The first thing that is not right yet, as a sentence; undefined when it can be kept. */
export function faultOf(form: HTMLFormElement): string | undefined {
  const data = new FormData(form);
  if (chosenSchools(data).length === 0) return 'Kies een school.';
  const minutes = minutesOf(data);
  if (!(minutes >= 5 && minutes <= 720))
    return 'Kies hoe lang het bezoek duurde, van 5 tot en met 720 minuten.';
  if (!data.get('kind')) return 'Kies wat u deed.';
  if (!data.get('date')) return 'Kies een dag.';
  const { fault, text } = division(form);
  return fault ? text : undefined;
}

function follow(form: HTMLFormElement, schoolsChanged: boolean): void {
  const schools = chosenSchools(new FormData(form));
  const rows = rowsOf(form);
  const ofSchools = rows.filter(({ element }) => element.dataset['school'] !== undefined);
  // Ambitions go with every school too; preventive work stands last.
  const general = rows.filter((row) => !ofSchools.includes(row)).at(-1);
  const wasAlone = general?.box.checked && rows.every((row) => row === general || !row.box.checked);
  for (const row of ofSchools) show(row, schools, schoolsChanged);
  const others = rows.some((row) => row !== general && row.box.checked);
  // Preventive is what is left where there is no question.
  if (general && schoolsChanged && !others) general.box.checked = true;
  if (general && schoolsChanged && others && wasAlone && !general.minutes.value) general.box.checked = false;
  tell(form);
}

function show({ box, minutes, element }: Row, schools: readonly string[], schoolsChanged: boolean): void {
  const hides = schools.length > 0 && !schools.includes(element.dataset['school'] ?? '');
  if (hides) [box.checked, minutes.value] = [false, ''];
  else if (schoolsChanged && element.hidden && !element.classList.contains('portion--goal'))
    box.checked = true;
  element.hidden = hides;
}

function tell(form: HTMLFormElement): void {
  const place = form.querySelector('[data-left]');
  if (place) place.textContent = division(form).text;
}

function division(form: HTMLFormElement): { readonly text: string; readonly fault: boolean } {
  const minutes = minutesOf(new FormData(form));
  const rows = rowsOf(form).filter(({ box, minutes: own }) => box.checked || own.value !== '');
  const open = rows.filter(({ minutes: own }) => own.value === '').length;
  const left = minutes - rows.reduce((sum, { minutes: own }) => sum + Number(own.value), 0);
  if (!minutes) return { text: '', fault: false };
  if (rows.length === 0) return { text: 'Kies waaraan u werkte.', fault: true };
  if (Number.isNaN(left)) return { text: 'Vul hele minuten in.', fault: true };
  if (open > 0) {
    if (left < open) return { text: 'Er is niets over voor wat u leeg liet.', fault: true };
    return {
      text: rows.length === 1 ? '' : `De rest, ${said(left)}, verdelen wij over wat u leeg liet.`,
      fault: false,
    };
  }
  if (left === 0) return { text: 'Alle minuten zijn verdeeld.', fault: false };
  return {
    text: left > 0 ? `Nog ${said(left)} te verdelen.` : `${said(-left)} te veel verdeeld.`,
    fault: true,
  };
}

const said = (minutes: number) => `${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}`;

const minutesOf = (data: FormData) => Number(data.get('otherMinutes') || data.get('minutes') || 0);

const chosenSchools = (data: FormData) =>
  [...data.getAll('schools'), data.get('otherSchool')]
    .map(String)
    .filter((code) => code !== '' && code !== 'null');

function rowsOf(form: HTMLFormElement): readonly Row[] {
  return [...form.querySelectorAll<HTMLElement>('.portion')].flatMap((element) => {
    const box = element.querySelector<HTMLInputElement>('[type=checkbox]');
    const minutes = element.querySelector<HTMLInputElement>('[type=text]');
    return box && minutes ? [{ box, minutes, element }] : [];
  });
}

const named = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[name=${name}]`);
