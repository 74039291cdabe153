-- Asks for one address as one signed-in person, and prints a line of the table. A body makes it a POST of the API.
local body = os.getenv("BENCH_BODY") or ""
wrk.headers["Host"] = "localhost:" .. wrk.port
if body ~= "" then
  wrk.method = "POST"
  wrk.body = body
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_BEARER")
  -- Not the same words each time: thousands of tickets that are alike would be found in place of all others.
  local words = { "printer", "laptop", "error", "screen", "thanks", "help", "office", "restart", "login", "cable", "invoice", "badge", "toner", "room" }
  request = function()
    return wrk.format(nil, nil, nil, (body:gsub("WORD", function() return words[math.random(#words)] end)))
  end
elseif wrk.path:sub(1, 5) == "/api/" then
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_BEARER")
elseif wrk.path:sub(1, 7) ~= "/signin" and not os.getenv("BENCH_ANONYMOUS") then
  -- The sign-in page sends those who are signed in away.
  wrk.headers["Cookie"] = os.getenv("BENCH_COOKIE")
end

function done(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("| %s | CONNECTIONS | %.0f | %.2f | %.2f | %.2f | %d |\n", os.getenv("BENCH_NAME") or "",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, wrong))
end
