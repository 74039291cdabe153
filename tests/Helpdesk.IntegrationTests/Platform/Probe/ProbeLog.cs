using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Helpdesk.IntegrationTests.Platform.Probe;

/// <summary>Keeps what was logged, for tests of the log.</summary>
public sealed class ProbeLog : ILoggerProvider
{
    private readonly ConcurrentBag<(LogLevel Level, string Category, string Text)> lines = [];

    public IReadOnlyList<string> From(string category) => [.. lines.Where(line => line.Category.EndsWith(category, StringComparison.Ordinal)).Select(line => line.Text)];

    public IReadOnlyList<string> All => [.. lines.Select(line => line.Text)];

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(ProbeLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.lines.Add((logLevel, category, $"{formatter(state, exception)} {exception}"));
    }
}
