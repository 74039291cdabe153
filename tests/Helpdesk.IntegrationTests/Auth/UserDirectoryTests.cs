using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class UserDirectoryTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task Many_are_found_at_once_and_who_is_not_there_is_left_out()
    {
        var one = await site.AccountAsync();
        var other = await site.AccountAsync(user => user.DeactivatedAt = site.Clock.GetUtcNow(), Role.Agent);
        var found = await site.WithAsync<IUserDirectory, IReadOnlyDictionary<Guid, UserCard>>(people =>
            people.FindAsync([one.Id, other.Id, one.Id, Guid.NewGuid()], default));
        Assert.Equal(2, found.Count);
        Assert.Equal(new UserCard(one.Id, one.Name, one.Email, true, false, "UTC", "en"), found[one.Id]);
        Assert.Equal(new UserCard(other.Id, other.Name, other.Email, false, true, "UTC", "en"), found[other.Id]);
        Assert.Empty(await site.WithAsync<IUserDirectory, IReadOnlyDictionary<Guid, UserCard>>(people => people.FindAsync([], default)));
    }

    [Fact]
    public async Task Ids_go_to_the_database_as_one_array()
    {
        var sql = await site.WithAsync<AuthDbContext, string>(db =>
        {
            var ids = new[] { Guid.NewGuid(), Guid.NewGuid() };
            return Task.FromResult(db.Users.Where(user => ids.Contains(user.Id)).ToQueryString());
        });
        Assert.Contains("= ANY (@", sql);
    }

    [Fact]
    public async Task An_address_is_found_in_any_case_of_letters()
    {
        var account = await site.AccountAsync();
        var card = await site.WithAsync<IUserDirectory, UserCard?>(people => people.FindByEmailAsync($" {account.Email.ToUpperInvariant()}", default));
        Assert.Equal(account.Id, card!.Id);
        Assert.Null(await site.WithAsync<IUserDirectory, UserCard?>(people => people.FindByEmailAsync("nobody@example.com", default)));
        Assert.Null(await site.WithAsync<IUserDirectory, UserCard?>(people => people.FindByEmailAsync("no address", default)));
    }

    [Fact]
    public async Task Search_finds_any_part_and_puts_the_best_first()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        var middle = await site.AccountAsync(user => user.Name = $"Zoë x{mark}");
        var second = await site.AccountAsync(user => user.Name = $"Zoë {mark}");
        var first = await site.AccountAsync(user => user.Name = $"{mark.ToUpperInvariant()} Adams");
        var gone = await site.AccountAsync(user =>
        {
            user.Name = $"{mark} Aaron";
            user.DeactivatedAt = site.Clock.GetUtcNow();
        });
        Assert.Equal([first.Id, second.Id, middle.Id, gone.Id], (await SearchAsync(mark)).Select(card => card.Id));
        Assert.Equal([first.Id], (await SearchAsync(mark, 1)).Select(card => card.Id));
        Assert.Equal([first.Id], (await SearchAsync(first.Email)).Select(card => card.Id));
        Assert.Equal([second.Id], (await SearchAsync($"ZOË {mark}")).Select(card => card.Id));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\0b")]
    public async Task Signs_of_the_query_language_are_text(string text)
    {
        await site.AccountAsync();
        Assert.Empty(await SearchAsync(text));
    }

    [Fact]
    public async Task Search_uses_its_index()
    {
        var plan = await site.WithAsync<AuthDbContext, string>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("set local enable_seqscan = off");
            var query = db.Users.Where(user => EF.Functions.ILike(user.Name + " " + user.Email, "%kowalski%", "\\")).Select(user => user.Id);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "explain " + query.ToQueryString();
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(0));
            }

            return string.Join('\n', lines);
        });
        Assert.Contains("ix_users_search", plan);
    }

    [Fact]
    public async Task The_list_of_staff_follows_each_change_within_a_moment()
    {
        var agent = await site.AccountAsync(role: Role.Agent);
        await Eventually.TrueAsync("the new agent is listed", async () => (await StaffAsync()).Any(card => card.Id == agent.Id));
        Assert.DoesNotContain(await StaffAsync(), card => !card.IsStaff || !card.IsActive);

        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == agent.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Name, "Renamed Agent")));
        await Eventually.TrueAsync("the new name is listed", async () => (await StaffAsync()).Any(card => card.Name == "Renamed Agent"));

        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == agent.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, Role.Employee)));
        await Eventually.TrueAsync("the former agent is gone", async () => (await StaffAsync()).All(card => card.Id != agent.Id));
    }

    [Fact]
    public async Task The_list_of_staff_is_kept_and_sorted_as_people_sort()
    {
        await site.AccountAsync(user => user.Name = "émile", Role.Agent);
        await site.AccountAsync(user => user.Name = "Frank", Role.Agent);
        await site.AccountAsync(user => user.Name = "Eva", Role.Admin);
        await Eventually.TrueAsync("all three are listed", async () => (await StaffAsync()).Count(card => card.Name is "émile" or "Frank" or "Eva") == 3);
        Assert.Equal(["émile", "Eva", "Frank"], (await StaffAsync()).Select(card => card.Name).Where(name => name is "émile" or "Frank" or "Eva"));
        Assert.Same(await StaffAsync(), await StaffAsync());
    }

    private Task<IReadOnlyList<UserCard>> SearchAsync(string text, int limit = 10) =>
        site.WithAsync<IUserDirectory, IReadOnlyList<UserCard>>(people => people.SearchAsync(text, limit, default));

    private Task<IReadOnlyList<UserCard>> StaffAsync() =>
        site.WithAsync<IUserDirectory, IReadOnlyList<UserCard>>(async people => await people.StaffAsync(default));
}
