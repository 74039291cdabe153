# Builds the product from a bare checkout. No native library comes from the SDK image, so both stages stay on Ubuntu 24.04.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source

# Packages first: these layers are reused until a version changes. The stamp tells the build that npm has run.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund && touch node_modules/.npm-ci.stamp
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig ./
COPY src/Helpdesk.Admin/Helpdesk.Admin.csproj src/Helpdesk.Admin/
COPY src/Helpdesk.Auth/Helpdesk.Auth.csproj src/Helpdesk.Auth/CommonPasswords.targets src/Helpdesk.Auth/
COPY src/Helpdesk.KnowledgeBase/Helpdesk.KnowledgeBase.csproj src/Helpdesk.KnowledgeBase/
COPY src/Helpdesk.Platform/Helpdesk.Platform.csproj src/Helpdesk.Platform/
COPY src/Helpdesk.Tickets/Helpdesk.Tickets.csproj src/Helpdesk.Tickets/
COPY src/Helpdesk.Web/Helpdesk.Web.csproj src/Helpdesk.Web/Assets.targets src/Helpdesk.Web/
COPY src/npm.proj src/
RUN dotnet restore src/Helpdesk.Web --use-current-runtime -p:PublishReadyToRun=true

COPY src src
# Compiled ahead of time: a third off each start.
RUN dotnet publish src/Helpdesk.Web --configuration Release --no-restore --use-current-runtime --no-self-contained \
    -p:PublishReadyToRun=true -p:UseAppHost=false --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# libsodium hashes passwords, pdftotext reads attachments.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libsodium23 poppler-utils \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
# Where files lie, and where those that come in are laid down: mount a volume there.
RUN install --directory --owner=1654 --group=1654 /data /data/files /data/incoming
ENV ASPNETCORE_HTTP_PORTS=8080 DOTNET_EnableDiagnostics=0 Files__Folder=/data/files ASPNETCORE_TEMP=/data/incoming
EXPOSE 8080
# The user that the base image brings along; by number, so that an orchestrator can see that it is not root.
USER 1654
# The image has no curl: the application asks itself.
HEALTHCHECK --interval=30s --timeout=10s CMD ["dotnet", "Helpdesk.Web.dll", "health"]
ENTRYPOINT ["dotnet", "Helpdesk.Web.dll"]
CMD ["serve"]
