using System.Collections.Concurrent;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>What an open page hears, gathered until it is disposed.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentQueue<(string Name, string Data)> heard = new();
    private readonly HttpResponseMessage response;
    private readonly Task reading;

    private EventStream(HttpResponseMessage response)
    {
        this.response = response;
        reading = ReadAsync();
    }

    public IReadOnlyList<(string Name, string Data)> Heard => [.. heard];

    /// <summary>Opens it and waits until it speaks.</summary>
    public static async Task<EventStream> OpenAsync(HttpClient browser)
    {
        var response = await browser.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var stream = new EventStream(response);
        await Eventually.TrueAsync("the stream speaks", () => stream.heard.Any(news => news.Name == "hello"));
        return stream;
    }

    public Task WaitForAsync(string name, string data) =>
        Eventually.TrueAsync($"\"{name}\" with \"{data}\" is heard among {string.Join('\n', Heard)}", () => heard.Any(news => news.Name == name && news.Data.Contains(data, StringComparison.Ordinal)));

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await reading;
        response.Dispose();
        end.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(end.Token));
            var name = "";
            while (await reader.ReadLineAsync(end.Token) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                {
                    name = line[7..];
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    heard.Enqueue((name, line[6..]));
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The page was closed.
        }
    }
}
