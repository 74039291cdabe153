using System.Net.Http.Headers;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>A person made by a test, with a browser session and an API session.</summary>
public sealed record Person(Guid Id, string Name, string Email, string Cookie, string Token);

/// <summary>Makes people without their passwords: sign-in has tests of its own.</summary>
internal static class People
{
    public static Task<Person> EmployeeAsync(this Site site, string name = "Priya Patel") => site.PersonAsync(Role.Employee, name);

    public static Task<Person> AgentAsync(this Site site, string name = "Dana Diaz") => site.PersonAsync(Role.Agent, name);

    public static Task<Person> AdminAsync(this Site site, string name = "Ada Admin") => site.PersonAsync(Role.Admin, name);

    public static async Task<Person> PersonAsync(this Site site, Role role, string name)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        var now = site.Clock.GetUtcNow();
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}.{Guid.NewGuid():N}@example.com";
        var user = User.Create(email, name, role, now);
        user.EmailConfirmed = true;
        db.Add(user);
        return await SignInAsync(site, scope.ServiceProvider, user);
    }

    /// <summary>Sessions for somebody who is there already.</summary>
    public static async Task<Person> SessionOfAsync(this Site site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<AuthDbContext>().Users.SingleAsync(found => found.Email == email);
        return await SignInAsync(site, scope.ServiceProvider, user);
    }

    private static async Task<Person> SignInAsync(Site site, IServiceProvider services, User user)
    {
        var db = services.GetRequiredService<AuthDbContext>();
        var now = site.Clock.GetUtcNow();
        // Good for long, whatever the role, so that a test may turn the clock.
        var lifetime = (TimeSpan.FromDays(30), TimeSpan.FromDays(30));
        var browser = Session.Start(user, SessionKind.Browser, isPersistent: true, "Firefox on Linux", "127.0.0.1", lifetime, now);
        var api = Session.Start(user, SessionKind.Api, isPersistent: false, "test", "127.0.0.1", lifetime, now);
        var token = Secret.Create();
        db.AddRange(browser, api);
        // Good for a day, so that a test may turn the clock.
        db.Add(new AccessToken { Hash = Secret.Hash(token), SessionId = api.Id, ExpiresAt = now.AddDays(30) });
        await db.SaveChangesAsync();
        await site.HeardAsync();

        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionScheme.Cookie);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(30) };
        var cookie = options.TicketDataFormat.Protect(
            new AuthenticationTicket(SessionSchemes.PrincipalOf(browser.Id), properties, SessionScheme.Cookie));
        return new Person(user.Id, user.Name, user.Email!, $"{options.Cookie.Name}={cookie}", token);
    }

    /// <summary>A browser without redirects, signed in as the person (or nobody).</summary>
    public static HttpClient Browser(this Site site, Person? person = null)
    {
        var client = site.CreateDefaultClient(site.ClientOptions.BaseAddress, new NewsHandler(site));
        return new HttpClient(new CookieJar(client, person?.Cookie)) { BaseAddress = client.BaseAddress };
    }

    /// <summary>An API client with the person's bearer token (or none).</summary>
    public static HttpClient Api(this Site site, Person? person = null)
    {
        var client = site.CreateDefaultClient(site.ClientOptions.BaseAddress, new NewsHandler(site));
        if (person is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
        }

        return client;
    }
}
