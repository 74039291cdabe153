using System.Net;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Auth.Kit;

/// <summary>A site whose callers say from which address they come, because limits count by it.</summary>
public class AuthSite(Databases databases) : Site(databases)
{
    public const string AddressHeader = "X-Test-Address";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, CallersAddress>());
    }

    private sealed class CallersAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[AddressHeader], out var address))
                {
                    context.Connection.RemoteIpAddress = address;
                }

                return following(context);
            });
            next(app);
        };
    }
}

/// <summary>Sign-up is off.</summary>
public sealed class ClosedSite : AuthSite
{
    public ClosedSite(Databases databases)
        : base(databases) => Settings["Auth:SignUp"] = "off";
}

/// <summary>Only people of two domains may sign up.</summary>
public sealed class ListedDomainsSite : AuthSite
{
    public ListedDomainsSite(Databases databases)
        : base(databases)
    {
        Settings["Auth:SignUp"] = "domains";
        Settings["Auth:AllowedDomains"] = "acme.example, Größe.example";
    }
}

/// <summary>People sign in before they prove their address.</summary>
public sealed class TrustingSite : AuthSite
{
    public TrustingSite(Databases databases)
        : base(databases) => Settings["Auth:RequireVerifiedEmail"] = "false";
}

/// <summary>Reached over https.</summary>
public sealed class SecureSite : AuthSite
{
    public const string Address = "https://help.example.com";

    public SecureSite(Databases databases)
        : base(databases) => Settings["App:PublicUrl"] = Address;
}
