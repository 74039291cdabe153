using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Auth.Passwords;

internal static class PasswordServices
{
    public static IServiceCollection AddPasswords(this IServiceCollection services)
    {
        services.AddSingleton(_ => new PasswordHashes(Environment.ProcessorCount, PasswordHashes.Patience));
        services.AddSingleton<IPasswordHasher<User>, IdentityPasswordHasher>();
        services.AddHostedService<LibraryCheck>();
        services
            .AddIdentityCore<User>(options =>
            {
                // The schema with passkeys; the context reads it here, also under the design-time tools.
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Password = new PasswordOptions
                {
                    RequiredLength = PasswordRules.Shortest,
                    RequiredUniqueChars = 1,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                };
                // Identity's own lock would let a stranger keep somebody out.
                options.Lockout.AllowedForNewUsers = false;
            })
            .AddEntityFrameworkStores<AuthDbContext>();
        return services;
    }

    /// <summary>Better no start than a first sign-in that fails.</summary>
    private sealed class LibraryCheck : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            Sodium.Problem is { } problem ? throw new SettingsException(problem) : Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
