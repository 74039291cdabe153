using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>What is in the archive, and above all what is not: notes, other people's drafts and addresses, secrets.</summary>
public sealed class ExportContentTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] CanaryTags = ["canary-tag"];

    [Fact]
    public async Task An_employee_gets_their_own_and_nothing_of_others()
    {
        var (priya, other, agent) = (await site.EmployeeAsync("Priya Patel"), await site.EmployeeAsync("Otto Other"), await site.AgentAsync("Dana Diaz"));
        var mine = await site.FileAsync(priya, "My printer", "Own description.");
        var shared = await FileWithAsync(other, "Shared matter", priya);
        var hidden = await site.FileAsync(other, "CANARY-other-ticket", "CANARY-other-description");
        await site.SayAsync(agent, mine, "An answer for Priya.");
        await site.SayAsync(agent, mine, "CANARY-note-on-mine", "internal");
        await site.SayAsync(agent, shared, "CANARY-note-on-shared", "internal");
        await site.SayAsync(other, shared, "Otto's public word.");
        await site.SayAsync(agent, hidden, "CANARY-answer-elsewhere");
        await DraftAsync(priya, "reply", mine, "Own unsent answer.");
        await DraftAsync(agent, "reply", mine, "CANARY-draft-of-agent");
        await DraftAsync(agent, "note", mine, "CANARY-note-draft");
        await DraftAsync(other, "reply", shared, "CANARY-draft-of-other");
        await site.ChangeAsync(agent, mine, new { tags = CanaryTags });

        var archive = await Archive.OfAsync(site, priya);
        var tickets = archive.Json("tickets/tickets.json").EnumerateArray().ToList();
        Assert.Equal(["My printer", "Shared matter"], tickets.Select(ticket => ticket.GetProperty("subject").GetString()));
        Assert.Equal(mine.Number, tickets[0].GetProperty("number").GetInt32());
        Assert.Equal("in_progress", tickets[0].GetProperty("status").GetString());
        Assert.Equal(["Priya Patel"], tickets[1].GetProperty("copiedIn").EnumerateArray().Select(name => name.GetString()));
        var messages = tickets.SelectMany(ticket => ticket.GetProperty("messages").EnumerateArray()).ToList();
        Assert.Equal(
            [("Priya Patel", true, "Own description."), ("Dana Diaz", false, "An answer for Priya."), ("Otto Other", false, "It smokes."), ("Otto Other", false, "Otto's public word.")],
            messages.Select(message => (message.GetProperty("author").GetString()!, message.GetProperty("isYours").GetBoolean(), message.GetProperty("text").GetString()!)));
        Assert.Equal("Own unsent answer.", Assert.Single(archive.Json("tickets/drafts.json").EnumerateArray()).GetProperty("fields").GetProperty("body").GetString());
        AssertLeaksNothing(archive, other, agent);
    }

    [Fact]
    public async Task A_member_of_the_team_gets_no_notes_either_not_even_their_own()
    {
        var (agent, colleague, priya) = (await site.AgentAsync("Dana Diaz"), await site.AgentAsync("Jonas Lind"), await site.EmployeeAsync("Priya Patel"));
        var theirs = await site.FileAsync(priya, "CANARY-subject-of-priya", "CANARY-description-of-priya");
        await site.SayAsync(agent, theirs, "My own answer.");
        await site.SayAsync(agent, theirs, "CANARY-own-note", "internal");
        await site.SayAsync(colleague, theirs, "CANARY-note-of-colleague", "internal");
        await DraftAsync(agent, "note", theirs, "CANARY-own-note-draft");
        await DraftAsync(agent, "reply", theirs, "My own draft.");
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            db.Add(new SavedView { Id = Guid.NewGuid(), OwnerId = agent.Id, Name = "My view", Query = "tag:vpn", CreatedAt = site.Clock.GetUtcNow() });
            db.Add(new SavedView { Id = Guid.NewGuid(), OwnerId = colleague.Id, Name = "CANARY-view", CreatedAt = site.Clock.GetUtcNow() });
            db.Add(new CannedAnswer { Id = Guid.NewGuid(), OwnerId = agent.Id, Name = "My text", Body = "Hello.", CreatedAt = site.Clock.GetUtcNow() });
            db.Add(new Macro { Id = Guid.NewGuid(), OwnerId = agent.Id, Name = "My macro", Reply = "Hello.", CreatedAt = site.Clock.GetUtcNow() });
            db.Add(new Macro { Id = Guid.NewGuid(), OwnerId = colleague.Id, Name = "CANARY-macro", CreatedAt = site.Clock.GetUtcNow() });
            db.Add(new HeldReply { Id = Guid.NewGuid(), TicketId = theirs.Id, AuthorId = agent.Id, Body = "Held back.", HeldAt = site.Clock.GetUtcNow(), SendsAt = site.Clock.GetUtcNow().AddDays(1) });
            db.Add(new HeldReply { Id = Guid.NewGuid(), TicketId = theirs.Id, AuthorId = colleague.Id, Body = "CANARY-held", HeldAt = site.Clock.GetUtcNow(), SendsAt = site.Clock.GetUtcNow().AddDays(1) });
            await db.SaveChangesAsync();
        });

        var archive = await Archive.OfAsync(site, agent);
        Assert.Empty(archive.Json("tickets/tickets.json").EnumerateArray());
        Assert.Equal("My own answer.", Assert.Single(archive.Json("tickets/answers.json").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(
            [("reply", "My own draft."), ("held_reply", "Held back.")],
            archive.Json("tickets/drafts.json").EnumerateArray().Select(draft => (draft.GetProperty("kind").GetString()!, draft.GetProperty("fields").GetProperty("body").GetString()!)));
        Assert.Equal("My view", Assert.Single(archive.Json("tickets/views.json").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("My text", Assert.Single(archive.Json("tickets/texts.json").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("My macro", Assert.Single(archive.Json("tickets/macros.json").EnumerateArray()).GetProperty("name").GetString());
        AssertLeaksNothing(archive, colleague, priya);
    }

    [Fact]
    public async Task The_account_is_told_in_full_and_without_its_secrets()
    {
        var person = await site.EmployeeAsync("Priya Patel");
        var secret = RandomNumberGenerator.GetBytes(32);
        await site.WithAsync<AuthDbContext>(async db =>
        {
            var user = await db.Users.SingleAsync(user => user.Id == person.Id);
            user.PasswordHash = "$argon2id$CANARY-hash";
            db.Add(new KnownDevice { Id = Guid.NewGuid(), UserId = person.Id, Label = "Firefox on Linux", Hash = secret, FirstSeenAt = site.Clock.GetUtcNow(), LastSeenAt = site.Clock.GetUtcNow() });
            db.Add(new NotificationChoice { UserId = person.Id, Event = "reply", Mail = MailPace.Digest });
            db.Add(new TotpFactor { UserId = person.Id, ProtectedKey = secret, CreatedAt = site.Clock.GetUtcNow(), ConfirmedAt = site.Clock.GetUtcNow() });
            db.Add(new RecoveryCode { Id = Guid.NewGuid(), UserId = person.Id, Hash = secret });
            db.Add(new ApiKey { Id = Guid.NewGuid(), OwnerId = person.Id, Name = "Monitoring", Beginning = "hd_abcdef", Hash = secret, CreatedAt = site.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        (await site.Api(person).PatchAsJsonAsync("/api/v1/auth/me", new { timeZone = "Europe/Paris" })).Dispose();

        var archive = await Archive.OfAsync(site, person);
        var account = archive.Json("account/person.json");
        Assert.Equal(
            (person.Id.ToString(), "Priya Patel", person.Email, "employee", "Europe/Paris", "en"),
            (Of("id"), Of("name"), Of("email"), Of("role"), Of("timeZone"), Of("language")));
        Assert.Equal(1, account.GetProperty("recoveryCodesLeft").GetInt32());
        Assert.Equal(JsonValueKind.String, account.GetProperty("authenticatorAppSince").ValueKind);
        Assert.Equal(2, archive.Json("account/sessions.json").GetArrayLength());
        Assert.Equal("Firefox on Linux", archive.Json("account/devices.json")[0].GetProperty("device").GetString());
        Assert.Equal("digest", archive.Json("account/notifications.json")[0].GetProperty("mail").GetString());
        Assert.Equal(0, archive.Json("account/passkeys.json").GetArrayLength());
        Assert.Equal("Monitoring", archive.Json("account/keys.json")[0].GetProperty("name").GetString());
        Assert.Equal(
            ["account.profile-changed", "export.asked"],
            archive.Json("account/acts.json").EnumerateArray().Select(line => line.GetProperty("action").GetString()));
        foreach (var hidden in new[] { "CANARY-hash", Convert.ToBase64String(secret), Convert.ToHexString(secret), person.Token, person.Cookie })
        {
            Assert.DoesNotContain(hidden, archive.Everything, StringComparison.OrdinalIgnoreCase);
        }

        string Of(string name) => account.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task A_long_history_comes_whole_in_many_pieces()
    {
        var person = await site.EmployeeAsync();
        var text = Convert.ToBase64String(RandomNumberGenerator.GetBytes(70_000));
        var ticket = await site.FileAsync(person, "A long story", text);
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            for (var i = 0; i < 40; i++)
            {
                db.Add(new Message
                {
                    Id = Guid.CreateVersion7(),
                    TicketId = ticket.Id,
                    AuthorId = person.Id,
                    Body = Convert.ToBase64String(RandomNumberGenerator.GetBytes(70_000)),
                    CreatedAt = site.Clock.GetUtcNow(),
                });
            }

            await db.SaveChangesAsync();
        });
        for (var i = 0; i < 19; i++)
        {
            await site.FileAsync(person, $"Ticket {i}");
        }

        await site.FileAsync(await site.AgentAsync(), "Not theirs");
        var api = site.Api(person);
        (await api.PostAsync(Archive.Url, null)).Dispose();
        var id = await Archive.ReadyAsync(api);
        Assert.InRange(await site.WithAsync<AuthDbContext, int>(db => db.DataExportParts.CountAsync(part => part.ExportId == id)), 3, 10);
        var archive = Archive.Open(await api.GetByteArrayAsync($"{Archive.Url}/{id}/download"));
        var tickets = archive.Json("tickets/tickets.json").EnumerateArray().ToList();
        Assert.Equal(20, tickets.Count);
        Assert.Equal(41, tickets[0].GetProperty("messages").GetArrayLength());
        Assert.Equal(text, tickets[0].GetProperty("messages")[0].GetProperty("text").GetString());
    }

    private static void AssertLeaksNothing(Archive archive, params Person[] others)
    {
        Assert.DoesNotContain("CANARY", archive.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.All(others, other => Assert.DoesNotContain(other.Email, archive.Everything, StringComparison.OrdinalIgnoreCase));
        Assert.All(others, other => Assert.DoesNotContain(other.Id.ToString(), archive.Everything, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<FiledTicket> FileWithAsync(Person requester, string subject, Person participant)
    {
        using var answer = await site.Api(requester).PostAsJsonAsync(
            "/api/v1/tickets", new { subject, description = "It smokes.", category = "Hardware", participants = new[] { participant.Email } });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new FiledTicket(json.GetProperty("id").GetGuid(), json.GetProperty("number").GetInt32());
    }

    private async Task DraftAsync(Person person, string kind, FiledTicket ticket, string body)
    {
        var at = site.Clock.GetUtcNow();
        var content = JsonSerializer.Serialize(new { body });
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            db.Add(new Draft { UserId = person.Id, Kind = Enum.Parse<DraftKind>(kind, ignoreCase: true), TicketId = ticket.Id, Content = content, UpdatedAt = at });
            await db.SaveChangesAsync();
        });
    }
}
