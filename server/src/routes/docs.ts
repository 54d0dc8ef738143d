import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Describes the routes that are registered after it, at /api/docs for people and /api/docs/json for programs. */
export async function registerDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: { info: { title: '客服道场 Kefu Dojo', version: '1' } },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: { title: '客服道场 API' },
    // For reading: changes need the CSRF token, which this page does not send.
    uiConfig: { layout: 'BaseLayout', supportedSubmitMethods: [] },
  });
}
