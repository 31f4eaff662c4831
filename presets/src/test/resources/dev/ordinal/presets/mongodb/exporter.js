#!/usr/bin/env node
// Stands in for the exporter of metrics: reads the variables that the real one reads, signs in for every scrape, and shows
// whether that went well.
const http = require('http');
const { execFileSync } = require('child_process');

console.log('ARGUMENTS ' + process.argv.slice(2).join(' '));
console.log('URI ' + process.env.MONGODB_URI);

function members() {
  const who = encodeURIComponent(process.env.MONGODB_USER) + ':' + encodeURIComponent(process.env.MONGODB_PASSWORD) + '@';
  const uri = process.env.MONGODB_URI.replace('mongodb://', 'mongodb://' + who);
  const script = 'connect(' + JSON.stringify(uri) + ').adminCommand({replSetGetStatus: 1}).members.length';
  return execFileSync('mongosh', ['--nodb', '--quiet', '--eval', script], { encoding: 'utf8' }).trim();
}

http.createServer((request, response) => {
  try {
    response.end('mongodb_rs_members ' + members() + '\nmongodb_up 1\n');
  } catch (e) {
    response.end('mongodb_up 0\n');
  }
}).listen(9216);
process.on('SIGTERM', () => process.exit(0));
