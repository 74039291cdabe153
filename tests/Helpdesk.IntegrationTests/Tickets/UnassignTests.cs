using Helpdesk.Auth.Contracts;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Tickets;

public sealed class UnassignTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_open_tickets_of_somebody_who_left_are_everybodys_again()
    {
        var dana = await site.AgentAsync();
        var gone = await site.AgentAsync("Gone Agent");
        var api = site.Api(dana);
        var open = await api.OpenAsync();
        var closed = await api.OpenAsync();
        var others = await api.OpenAsync();
        (await site.Api(gone).TakeAsync(open)).Dispose();
        (await site.Api(gone).TakeAsync(closed)).Dispose();
        (await api.ChangeAsync(closed, new { status = "closed" })).Dispose();
        (await api.TakeAsync(others)).Dispose();

        await site.WithAsync<IServiceProvider>(async services =>
        {
            foreach (var hook in services.GetServices<IOnUserDeactivated>())
            {
                await hook.HandleAsync(gone.Id, CancellationToken.None);
                await hook.HandleAsync(gone.Id, CancellationToken.None);
            }
        });

        var shown = await api.ShowAsync(open);
        Assert.True(shown.IsNull("assignee"));
        Assert.Equal("in_progress", shown.Text("status"));
        var told = shown.GetProperty("events").EnumerateArray().Where(entry => entry.Text("kind") == "assigned").ToList();
        Assert.Equal(2, told.Count);
        Assert.True(told[1].IsNull("actor") && told[1].IsNull("to"));
        Assert.Equal("Gone Agent", told[1].Text("from"));
        Assert.Equal(gone.Id, (await api.ShowAsync(closed)).GetProperty("assignee").Id());
        Assert.Equal(dana.Id, (await api.ShowAsync(others)).GetProperty("assignee").Id());
    }
}
