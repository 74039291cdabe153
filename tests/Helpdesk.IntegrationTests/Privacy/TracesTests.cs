using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Anonymise;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>After an anonymisation no table holds the person's name or address, whatever they used before.</summary>
public sealed class TracesTests(Databases databases) : IAsyncLifetime
{
    private const string Name = "Quaxl Quentin Canary";

    private readonly FragileSite site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Nothing_in_the_database_says_who_it_was()
    {
        var (admin, person) = (await site.AdminAsync(), await site.AgentAsync(Name));
        await LiveAsync(person);
        Assert.True((await TablesThatHoldAsync(person.Email)).Count >= 3);
        Assert.True((await TablesThatHoldAsync("trace-of-canary")).Count >= 6);

        await AnonymiseAsync(admin, person);
        Assert.Empty(await TablesThatHoldAsync(person.Email));
        Assert.Empty(await TablesThatHoldAsync("Quaxl"));
        Assert.Empty(await TablesThatHoldAsync("trace-of-canary"));
        var user = await UserAsync(person);
        Assert.EndsWith("@anonymised.invalid", user.Email);
        Assert.Equal(("", null, null, Role.Employee), (user.Name, user.PasswordHash, user.UserName, user.Role));
        Assert.Equal((0, 0, 0, 0, 0), await site.WithAsync<AuthDbContext, (int, int, int, int, int)>(async db => (
            await db.Sessions.CountAsync(row => row.UserId == person.Id),
            await db.DataExports.CountAsync(row => row.UserId == person.Id),
            await db.Set<IdentityUserPasskey<Guid>>().CountAsync(row => row.UserId == person.Id),
            await db.TotpFactors.CountAsync(row => row.UserId == person.Id) + await db.RecoveryCodes.CountAsync(row => row.UserId == person.Id),
            await db.KnownDevices.CountAsync(row => row.UserId == person.Id) + await db.OneTimeTokens.CountAsync(row => row.UserId == person.Id))));
    }

    [Fact]
    public async Task Mails_that_wait_are_never_sent_and_sent_ones_forget_to_whom()
    {
        var (admin, person, other) = (await site.AdminAsync(), await site.AgentAsync(Name), await site.EmployeeAsync());
        await LiveAsync(person);
        var mailsOfOthers = await OutboxAsync(mail => mail.RecipientId == other.Id);
        await site.FileAsync(other);
        await AnonymiseAsync(admin, person);
        var mails = await OutboxAsync(mail => mail.RecipientId == person.Id);
        Assert.Contains(mails, mail => mail.SentAt is not null);
        Assert.Contains(mails, mail => mail.DroppedAt is not null);
        Assert.All(mails, mail =>
        {
            Assert.True(mail.SentAt is not null || mail.DroppedAt is not null);
            Assert.Equal(("", "", "{}"), (mail.ToAddress, mail.ToName, mail.Parameters));
            Assert.Null(mail.Secrets);
        });
        Assert.Equal(mailsOfOthers.Count + 1, (await OutboxAsync(mail => mail.RecipientId == other.Id && mail.DroppedAt == null)).Count);
    }

    [Fact]
    public async Task A_crash_between_is_made_good_by_the_sweep()
    {
        var (admin, person) = (await site.AdminAsync(), await site.AgentAsync(Name));
        await LiveAsync(person);
        site.Breaks = true;
        await AnonymiseAsync(admin, person, HttpStatusCode.InternalServerError);
        Assert.NotNull((await UserAsync(person)).AnonymisedAt);
        Assert.NotNull((await UserAsync(person)).UserName);
        Assert.NotEmpty(await TablesThatHoldAsync("trace-of-canary"));

        site.Breaks = false;
        site.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, await RepeatAsync());
        Assert.Null((await UserAsync(person)).UserName);
        Assert.Empty(await TablesThatHoldAsync("trace-of-canary"));
        Assert.Equal(0, await RepeatAsync());
    }

    [Fact]
    public async Task What_a_last_request_left_is_swept_too()
    {
        var (admin, person) = (await site.AdminAsync(), await site.AgentAsync(Name));
        await AnonymiseAsync(admin, person);
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            db.Add(new Draft { UserId = person.Id, Kind = DraftKind.New, Content = """{"body": "trace-of-canary"}""", UpdatedAt = site.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        Assert.Equal(1, await RepeatAsync());
        Assert.Empty(await TablesThatHoldAsync("trace-of-canary"));
    }

    /// <summary>Leaves something in every table that keeps anything about people.</summary>
    private async Task LiveAsync(Person person)
    {
        var now = site.Clock.GetUtcNow();
        var ticket = await site.FileAsync(person);
        (await site.Api(person).PostAsync(Archive.Url, null)).Dispose();
        await Archive.ReadyAsync(site.Api(person));
        using var keyed = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tickets")
        {
            Content = JsonContent.Create(new { subject = "Another", description = "Of mine.", category = "Hardware" }),
            Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } },
        };
        (await site.Api(person).SendAsync(keyed)).Dispose();
        await site.WithAsync<AuthDbContext>(async db =>
        {
            db.Add(new KnownDevice { Id = Guid.NewGuid(), UserId = person.Id, Label = "trace-of-canary", Hash = Guid.NewGuid().ToByteArray(), FirstSeenAt = now, LastSeenAt = now });
            db.Add(new NotificationChoice { UserId = person.Id, Event = "trace-of-canary" });
            db.Add(new TotpFactor { UserId = person.Id, CreatedAt = now });
            db.Add(new RecoveryCode { Id = Guid.NewGuid(), UserId = person.Id });
            db.Add(new ApiKey { Id = Guid.NewGuid(), OwnerId = person.Id, Name = "trace-of-canary", CreatedAt = now });
            db.Add(new IdentityUserPasskey<Guid>
            {
                UserId = person.Id,
                CredentialId = Guid.NewGuid().ToByteArray(),
                Data = new IdentityPasskeyData { Name = "trace-of-canary", PublicKey = [1], CreatedAt = now, AttestationObject = [1], ClientDataJson = [1] },
            });
            db.Add(OneTimeToken.Create(Guid.NewGuid().ToString(), OneTimePurpose.ChangeEmail, now, person.Id, newEmail: "trace-of-canary@example.com"));
            db.Add(PendingSignUp.Create(Guid.NewGuid(), person.Email.ToUpperInvariant(), Name, "", now));
            db.Add(new DigestItem { Id = Guid.NewGuid(), RecipientId = person.Id, Kind = "reply", Parameters = """{"of": "trace-of-canary"}""", CreatedAt = now });
            db.Add(new Notification { Id = Guid.NewGuid(), UserId = person.Id, Event = "reply", SubjectKind = "ticket", Parameters = """{"of": "trace-of-canary"}""", CreatedAt = now });
            await db.SaveChangesAsync();
            await db.Set<OutboxEmail>().Where(mail => mail.RecipientId == person.Id).OrderBy(mail => mail.CreatedAt).Take(1)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.SentAt, now));
        });
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            db.Add(new Draft { UserId = person.Id, Kind = DraftKind.Reply, TicketId = ticket.Id, Content = """{"body": "trace-of-canary"}""", UpdatedAt = now });
            db.Add(new HeldReply { Id = Guid.NewGuid(), TicketId = ticket.Id, AuthorId = person.Id, Body = "trace-of-canary", HeldAt = now, SendsAt = now.AddDays(1) });
            db.Add(new SavedView { Id = Guid.NewGuid(), OwnerId = person.Id, Name = "trace-of-canary", CreatedAt = now });
            db.Add(new CannedAnswer { Id = Guid.NewGuid(), OwnerId = person.Id, Name = "trace-of-canary", CreatedAt = now });
            db.Add(new Macro { Id = Guid.NewGuid(), OwnerId = person.Id, Name = "trace-of-canary", CreatedAt = now });
            db.Add(new QueueLayout { UserId = person.Id, Columns = ["trace-of-canary"] });
            await db.SaveChangesAsync();
        });
    }

    /// <summary>Looks through the text of every row of every table, the archive's bytes too.</summary>
    private async Task<List<string>> TablesThatHoldAsync(string text)
    {
        await using var database = NpgsqlDataSource.Create(site.ConnectionString);
        var tables = new List<string>();
        await using (var names = database.CreateCommand(
            "select format('%I.%I', table_schema, table_name) from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('platform', 'auth', 'kb', 'tickets', 'admin')"))
        {
            await using var reader = await names.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        Assert.True(tables.Count > 30);
        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand($"select count(*) from {table} one where one::text ilike '%' || $1 || '%' or one::text ilike '%' || $2 || '%'");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text)) });
            if ((long)(await command.ExecuteScalarAsync())! > 0)
            {
                found.Add(table);
            }
        }

        return found;
    }

    private async Task AnonymiseAsync(Person admin, Person person, HttpStatusCode expected = HttpStatusCode.NoContent)
    {
        using var answer = await site.Api(admin).PostAsJsonAsync($"/api/v1/admin/users/{person.Id}/anonymise", new { confirmName = person.Name });
        Assert.Equal(expected, answer.StatusCode);
    }

    private Task<int> RepeatAsync() => site.WithAsync<Forgetting, int>(forgetting => forgetting.RepeatAsync(default));

    private Task<User> UserAsync(Person person) =>
        site.WithAsync<AuthDbContext, User>(db => db.Users.AsNoTracking().SingleAsync(user => user.Id == person.Id));

    private Task<List<OutboxEmail>> OutboxAsync(System.Linq.Expressions.Expression<Func<OutboxEmail, bool>> which) =>
        site.WithAsync<AuthDbContext, List<OutboxEmail>>(db => db.Set<OutboxEmail>().AsNoTracking().Where(which).ToListAsync());
}

/// <summary>Breaks, when a test says so, right after a person was anonymised and before any module has forgotten them.</summary>
public sealed class FragileSite(Databases databases) : Site(databases)
{
    public bool Breaks { get; set; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IOnUserDeactivated>(new Break(this)));
    }

    private sealed class Break(FragileSite site) : IOnUserDeactivated
    {
        public Task HandleAsync(Guid userId, CancellationToken cancellationToken) =>
            site.Breaks ? throw new InvalidOperationException("The power went out.") : Task.CompletedTask;
    }
}
