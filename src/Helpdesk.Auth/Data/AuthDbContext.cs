using Helpdesk.Auth.Model;
using Helpdesk.Platform.Data;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Data;

internal sealed class AuthDbContext(DbContextOptions<AuthDbContext> options) : IdentityUserContext<User, Guid>(options)
{
    public const string Schema = "auth";

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<OneTimeToken> OneTimeTokens => Set<OneTimeToken>();

    public DbSet<PendingSignUp> SignUps => Set<PendingSignUp>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.MapModule(Schema, typeof(AuthDbContext).Assembly);
    }
}
