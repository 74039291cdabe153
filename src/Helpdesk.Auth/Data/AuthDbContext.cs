using Helpdesk.Auth.Model;
using Helpdesk.Platform.Data;
using Microsoft.AspNetCore.Identity;
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

    // The one with passkeys; fixed here so that the design-time tools see the same model as the host.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.MapModule(Schema, typeof(AuthDbContext).Assembly);
    }
}
