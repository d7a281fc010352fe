-- Requests for wrk: `-- METHOD PATHS BODY again|once`. PATHS is a file with a path on each line, BODY one with what is posted.
-- `again` goes through the paths round and round; `once` stops after the last, so that nothing is sent twice.
-- Cookies and other headers come with wrk's -H. The last line printed is the result for the driver.

local method, body, again
local paths, at = {}, 0

function init(arguments)
   method, again = arguments[1], arguments[4] == "again"
   for path in io.lines(arguments[2]) do
      paths[#paths + 1] = path
   end
   local file = io.open(arguments[3], "rb")
   body = file:read("*a")
   file:close()
   if body == "" then
      body = nil
   end
end

function request()
   at = at + 1
   if at > #paths then
      if not again then
         wrk.thread:stop()
      end
      at = 1
   end
   return wrk.format(method, paths[at], nil, body)
end

function done(summary, latency, requests)
   local errors = summary.errors
   local lost = errors.connect + errors.read + errors.write + errors.timeout
   io.write(string.format(
      'RESULT {"requests": %d, "micros": %d, "p50": %.0f, "p99": %.0f, "refused": %d, "lost": %d}\n',
      summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), errors.status, lost))
end
