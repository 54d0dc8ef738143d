# Built in one stage, run in another. Nothing is fetched but npm packages, and nothing at all at run time.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN node --input-type=module -e "import { orExit, prepare } from './scripts/prepare.mjs'; await orExit(prepare())" \
  && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production KEFU_HOST=0.0.0.0 KEFU_DATA=/data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/shared/package.json ./shared/
COPY --from=build /app/server/package.json ./server/
COPY --from=build /app/server/dist ./server/dist
COPY --from=build /app/client/dist ./client/dist
COPY --from=build /app/build/model.json ./build/
COPY --from=build /app/scenarios ./scenarios
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8866
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8866/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "server/dist/main.js"]
