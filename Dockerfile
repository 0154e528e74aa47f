FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY schema schema
COPY subgraphs subgraphs
COPY gateway gateway
USER node
EXPOSE 4000 4101 4102 4103 4104
CMD ["npm", "run", "--silent", "gateway", "--", "--port", "4000", "--host", "0.0.0.0"]
