# pgconflint in a container: no shell is needed, nothing is downloaded at run time, and the user is not root.
#   docker build -t pgconflint .
#   docker run --rm --network none -v "$PWD:/workspace:ro" pgconflint
FROM node:22-alpine AS build
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm pack --ignore-scripts --pack-destination /package

FROM node:22-alpine
LABEL org.opencontainers.image.title="pgconflint" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /package/*.tgz /package.tgz
RUN npm install --global --omit=dev --ignore-scripts --no-audit --no-fund /package.tgz \
    && rm -rf /package.tgz /root/.npm /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/corepack
USER node
WORKDIR /workspace
ENTRYPOINT ["pgconflint"]
CMD ["."]
