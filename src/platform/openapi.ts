import { z } from 'zod';
import type { ApiRoute, Route } from './route.ts';

/** The API description (OpenAPI 3.1), made from the routes themselves, so that it cannot say anything else. */
export function describeApi(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    if (route.kind !== 'api') continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kortelijn',
      version,
      description:
        'Zorgen delen, altijd eerst met de directeur. Wie welke stap zet en wanneer, staat op /zorgen/werkwijze.',
      contact: { name: 'Kortelijn', url: '/', email: 'beheer@kortelijn.example' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['in', 'location', 'code', 'detail'],
        properties: {
          in: { type: 'string' },
          location: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
    unmet: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: { code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

function operation(route: ApiRoute): object {
  const isWrite = route.method !== 'GET';
  const refusals = [
    '400',
    '401',
    '403',
    '404',
    '429',
    '503',
    ...(isWrite ? ['409', '413', '415', '422'] : []),
    ...(route.changes ? ['412', '428'] : []),
  ];
  return {
    summary: route.summary,
    operationId:
      `${route.method.toLowerCase()}${route.path.replace(/[/:](\w)/g, (_, letter: string) => letter.toUpperCase())}`.replace(
        /\W/g,
        '',
      ),
    ...(route.access === 'public' ? { security: [] } : {}),
    'x-roles': route.access,
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(route.input === undefined || route.method === 'DELETE'
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.input, 'input') } },
          },
        }),
    responses: {
      [route.success]: {
        description: 'Goed.',
        headers: { 'API-Version': { schema: { type: 'string' } } },
        ...(route.answer === 'nothing' ? {} : { content: contentOf(route.answer) }),
      },
      ...Object.fromEntries(
        refusals.map((status) => [
          status,
          {
            description: 'Zie de tekst van het antwoord.',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

function contentOf(answer: z.ZodType | 'file'): object {
  return answer === 'file'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(answer, 'output') } };
}

function pathParameters(route: ApiRoute): readonly object[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(route: ApiRoute): readonly object[] {
  if (!(route.query instanceof z.ZodObject)) return [];
  return Object.entries<z.ZodType>(route.query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: schemaOf(schema, 'input'),
  }));
}

function headerParameters(route: ApiRoute): readonly object[] {
  const header = (name: string, required: boolean) => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
  });
  if (route.method === 'GET') return [];
  return [header('Idempotency-Key', false), ...(route.changes ? [header('If-Match', true)] : [])];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
