// Loaded before decap-server, which answers to any name: a page elsewhere may let its own name lead here, and would
// save what it likes in the files of this computer.
const { Server } = require("node:http");

const { emit } = Server.prototype;
const here = `127.0.0.1:${process.env.PORT}`;

Server.prototype.emit = function (event, ...given) {
  const [request, answer] = given;
  if (event !== "request" || request.headers.host === here) return emit.call(this, event, ...given);
  answer.writeHead(403).end();
  return true;
};
