using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets.Pages;

/// <summary>Tickets for page tests, filed over the API as their requester.</summary>
internal static class PageKit
{
    public static async Task<FiledTicket> FileAsync(
        this Site site, Person requester, string subject = "Printer on fire", string description = "It smokes.", string category = "Hardware")
    {
        using var answer = await site.Api(requester).PostAsJsonAsync("/api/v1/tickets", new { subject, description, category });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new FiledTicket(json.GetProperty("id").GetGuid(), json.GetProperty("number").GetInt32());
    }

    public static async Task SayAsync(this Site site, Person person, FiledTicket ticket, string body, string kind = "public", string? status = null)
    {
        using var answer = await site.Api(person).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body, kind, status });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    public static async Task ChangeAsync(this Site site, Person person, FiledTicket ticket, object change)
    {
        using var answer = await site.Api(person).PatchAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}", change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public static async Task<JsonElement> LookAsync(this Site site, Person person, FiledTicket ticket) =>
        await site.Api(person).GetFromJsonAsync<JsonElement>($"/api/v1/tickets/{ticket.Id}");

    /// <summary>Follows a redirect of the site, with what was said about it.</summary>
    public static async Task<IHtmlDocument> FollowAsync(this HttpClient browser, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return await browser.PageAsync(response.Headers.Location!.ToString());
    }

    public static string? Flash(this IHtmlDocument page) => page.QuerySelector("[data-flash-region]")?.TextContent.Trim();
}

internal sealed record FiledTicket(Guid Id, int Number)
{
    public string Url => $"/t/{Number}";
}
