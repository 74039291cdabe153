using System.Net;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Demo;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Auth.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class DemoPeopleTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task Twelve_people_are_made_once_with_one_printed_password()
    {
        var lines = await SeedAsync();
        var password = lines[^1].Split(": ")[1];
        var users = await site.WithAsync<AuthDbContext, List<User>>(db =>
            db.Users.Where(user => user.Email!.EndsWith("@demo.example")).ToListAsync());
        Assert.Equal(12, users.Count);
        Assert.Equal((1, 3, 8), (users.Count(user => user.Role == Role.Admin), users.Count(user => user.Role == Role.Agent), users.Count(user => user.Role == Role.Employee)));
        Assert.All(users, user => Assert.True(user.EmailConfirmed));
        Assert.All(users, user => Assert.Contains(lines, line => line.Contains(user.Email!, StringComparison.Ordinal)));
        foreach (var email in new[] { "ada@demo.example", "maximiliane@demo.example" })
        {
            using var signedIn = await site.Program().LogInAsync(email, password);
            Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        }

        var again = Assert.Single(await SeedAsync());
        Assert.DoesNotContain(password, again);
        Assert.Equal(12, await site.WithAsync<AuthDbContext, int>(db => db.Users.CountAsync()));
    }

    private async Task<IReadOnlyList<string>> SeedAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetServices<Helpdesk.Platform.Demo.IDemoData>().OfType<DemoPeople>().Single();
        Assert.Equal(10, people.Order);
        return await people.SeedAsync(default);
    }
}
