import { describe, expect, test } from 'vitest';
import { pictureFaults, picturesIn, plainText, renderMarkdown } from './markdown.ts';

const picture = { id: '0190e000-0000-7000-8000-000000000001', nth: 1, width: 800, height: 600 };
const pictures = [picture];
const inside = (text: string, more: object = {}) =>
  renderMarkdown(text, { pictures, ...more }).replace(/^<div class="markdown">|<\/div>$/g, '');

describe('what somebody types', () => {
  test.each([
    ['<script>alert(1)</script>', '<p>&lt;script>alert(1)&lt;/script></p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['[x](JaVaScRiPt:alert(1))', '<p>[x](JaVaScRiPt:alert(1))</p>'],
    ['[x](data:text/html,x)', '<p>[x](data:text/html,x)</p>'],
    ['[x](//evil.example)', '<p>[x](//evil.example)</p>'],
    ['[x](/\\evil.example)', '<p><a href="/%5Cevil.example">x</a></p>'],
    ['[x](vbscript:x)', '<p>[x](vbscript:x)</p>'],
    ['[x](beeld:1)', '<p>x</p>'],
    [
      '[x](https://a.example/b?c=1&d=2)',
      '<p><a href="https://a.example/b?c=1&amp;d=2" rel="noopener nofollow">x</a></p>',
    ],
    ['[x](/scholen)', '<p><a href="/scholen">x</a></p>'],
    ['[x](mailto:a@b.example)', '<p><a href="mailto:a@b.example">x</a></p>'],
    ['https://a.example', '<p>https://a.example</p>'],
    ['![x](https://a.example/p.gif)', '<p>x</p>'],
    ['![x](data:image/png;base64,AAAA)', '<p>![x](data:image/png;base64,AAAA)</p>'],
    ['![x](beeld:2)', '<p>x</p>'],
    ['=1+1', '<p>=1+1</p>'],
    ['&lt;b&gt; &amp;', '<p>&lt;b> &amp;</p>'],
    ['😀 **غرفة**', '<p>😀 <strong>غرفة</strong></p>'],
    ['een\u202eeews', '<p>eeneews</p>'],
  ])('%s', (text, html) => {
    expect(inside(text)).toBe(html);
  });

  test('lists, quotations, code, tables and lines', () => {
    expect(inside('- a\n- b\n  1. c')).toBe('<ul><li>a</li><li>b<ol start="1"><li>c</li></ol></li></ul>');
    expect(inside('> a\n\n***\n\n~~b~~ `<i>`\nc')).toBe(
      '<blockquote><p>a</p></blockquote><hr/><p><s>b</s> <code>&lt;i></code><br/>c</p>',
    );
    expect(inside('```\n<b>\n```')).toBe('<pre><code>&lt;b>\n</code></pre>');
  });

  test('a table, whose values carry the names of their columns for a phone', () => {
    const table = inside('| | *a* |\n|---|---|\n| b | **c** d |');
    expect(table.replaceAll(/ role="\w+"/g, '')).toBe(
      '<div class="markdown__table"><table class="table"><thead><tr><td></td><th scope="col"><em>a</em></th></tr></thead>' +
        '<tbody><tr><th scope="row">b</th><td data-label="a"><span class="table__value"><strong>c</strong> d</span></td></tr></tbody></table></div>',
    );
    expect(inside('| a |\n|---|')).not.toContain('tbody');
    expect(inside(`${'> '.repeat(99)}| a |\n${'> '.repeat(99)}|---|`)).toContain('a');
  });

  test('fifty thousand signs of the worst are drawn in a moment', () => {
    const start = process.cpuUsage();
    for (const text of ['[a](', '*a **b ', '> ', '![a](beeld:1)', '![', '**a*'])
      renderMarkdown(text.repeat(50_000 / text.length), { pictures });
    // Each takes a tenth of a second of the processor.
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
  });
});

describe('headings', () => {
  const levels = (text: string, under?: 1 | 2 | 3) =>
    renderMarkdown(text, under === undefined ? {} : { under })
      .match(/<h\d/g)
      ?.join('');
  test('stand below the title, or below the update they are in, without a gap', () => {
    expect(levels('# a\n\n## b')).toBe('<h2<h3');
    expect(levels('### a\n\n#### b')).toBe('<h2<h3');
    expect(levels('# a\n\n#### b\n\n## c')).toBe('<h2<h3<h3');
    expect(levels('## a', 2)).toBe('<h3');
    expect(levels('# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f')).toBe('<h2<h3<h4<h5<h6<h6');
  });
});

describe('pictures', () => {
  test('are the post’s own, by number or id, with their measures', () => {
    const drawn = `src="/nieuws/beeld/${picture.id}" alt="plein" width="800" height="600" loading="lazy"`;
    expect(inside('![plein](beeld:1)')).toContain(drawn);
    expect(inside(`![plein](beeld:${picture.id})`)).toContain(drawn);
    expect(inside('![plein](beeld:1)', { site: 'https://a.example' })).toContain(
      'src="https://a.example/nieuws/beeld/',
    );
    expect(picturesIn('![a](beeld:1) ![b](beeld:1) ![c](beeld:2)', pictures)).toEqual([picture]);
  });

  test.each([
    ['![plein](beeld:1)', []],
    ['![](beeld:1)', [['pictureWithoutWords', 1]]],
    ['a\n\nb\n![ ](beeld:1)', [['pictureWithoutWords', 4]]],
    ['![plein](beeld:2)', [['pictureUnknown', 1]]],
    ['a\n\n![plein](https://a.example/p.gif)', [['pictureOfOthers', 3]]],
    ['![](javascript:x)', [['pictureOfOthers', 1]]],
    ['a <IMG src="https://a.example/p.gif"> b', [['pictureOfOthers', 1]]],
    ['`<img src=x>`', []],
  ])('%j: %j', (text, faults) => {
    expect(pictureFaults(text, pictures).map(({ code, line }) => [code, line])).toEqual(faults);
  });
});

test('what is said of a text has no marks, and a line for each of its parts', () => {
  expect(
    plainText('# Kop\n\nEen **vet** [woord](/x) ![beeld](beeld:1)\nen meer\n\n- punt\n\n```\ncode\n```'),
  ).toBe('Kop\nEen vet woord  en meer\npunt\ncode\n');
});

test('emphasis without end is drawn, and its words too', () => {
  const drawn = inside(`${'*'.repeat(12_000)}a${'*'.repeat(12_000)}`);
  expect(drawn.match(/<strong>/g)?.length).toBe(6000);
  expect(drawn.replace(/<[^>]*>/g, '').replaceAll('*', '')).toBe('a');
});

test('a table is not much longer than what was typed: names of columns are cut, and left out of one without end', () => {
  const table = (name: string, rows: number) => inside(`|a|${name}|\n|-|-|\n${'|b|c|\n'.repeat(rows)}`);
  expect(table('Dag', 3).match(/data-label="Dag"/g)).toHaveLength(3);
  expect(table('x'.repeat(61), 1)).toContain(`data-label="${'x'.repeat(60)}…"`);
  expect(table('x'.repeat(8_000), 8_000).length).toBeLessThan(1_500_000);
});

test('an address with a name is written out where it is named, and not without end', () => {
  const named = (length: number, times: number) =>
    inside(`${'[a] '.repeat(times)}\n\n[a]: /${'x'.repeat(length)}`);
  expect(named(3, 2)).toContain('<a href="/xxx">a</a> <a href="/xxx">a</a>');
  expect(named(20_000, 7_000).length).toBeLessThan(50_000);
});
