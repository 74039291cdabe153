using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Helpdesk.Tickets;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A site where the helpdesk alone says how urgent a ticket is.</summary>
public sealed class OwnPriorities : Site
{
    public OwnPriorities(Databases databases)
        : base(databases) => Settings["Tickets:EmployeesMaySetPriority"] = "false";
}

public sealed class SettingsTests(OwnPriorities site) : IClassFixture<OwnPriorities>
{
    [Fact]
    public async Task Employees_do_not_set_a_priority_when_they_may_not()
    {
        var priya = await site.EmployeeAsync();
        using var refused = await site.Api(priya).PostAsJsonAsync("/api/v1/tickets", new { subject = "s", description = "d", category = "Other", priority = "low" });
        Assert.Equal("Only the helpdesk sets the priority.", await refused.ErrorAsync("priority"));
        Assert.Equal("medium", (await site.Api(priya).OpenAsync()).Text("priority"));
        Assert.Equal("urgent", (await site.Api(await site.AgentAsync()).OpenAsync(priority: "urgent")).Text("priority"));
    }

    [Fact]
    public void A_setting_that_cannot_be_read_is_named()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Tickets:EmployeesMaySetPriority", "maybe")]).Build();
        var wrong = Assert.Throws<SettingsException>(() => new FixedSettings([TicketSettings.EmployeesMaySetPriority], configuration));
        Assert.Equal("Tickets__EmployeesMaySetPriority is \"maybe\". It must be true or false.", wrong.Message);
    }

    [Fact]
    public async Task A_category_that_changes_is_known_at_once_and_a_hidden_one_is_not_offered()
    {
        var api = site.Api(await site.AgentAsync());
        Assert.Equal("Hardware, Software, Access, Network, Other", await NamesAsync());
        var ticket = await api.OpenAsync(category: "Access");
        await site.WithAsync<TicketsDbContext>(async db => await db.Categories.Where(category => category.Name == "Access")
            .ExecuteUpdateAsync(set => set.SetProperty(category => category.Name, "Rights").SetProperty(category => category.IsActive, false)));
        await Eventually.TrueAsync("the list of categories is new", async () => await NamesAsync() == "Hardware, Software, Network, Other");

        Assert.Equal("Rights", (await api.ShowAsync(ticket)).Text("category"));
        using var opened = await api.PostAsJsonAsync("/api/v1/tickets", new { subject = "s", description = "d", category = "Rights" });
        Assert.Equal("Choose a category.", await opened.ErrorAsync("category"));
        using var same = await api.ChangeAsync(ticket, new { category = "Rights", priority = "low" });
        await same.ReadAsync(HttpStatusCode.OK);
        using var other = await api.ChangeAsync(await api.OpenAsync(), new { category = "Rights" });
        Assert.Equal("Choose a category.", await other.ErrorAsync("category"));
    }

    private async Task<string> NamesAsync() => await site.WithAsync<CategoryList, string>(async list =>
        string.Join(", ", (await list.GetAsync(CancellationToken.None)).Active.Select(category => category.Name)));
}
