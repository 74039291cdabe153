using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Auth.Data;

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).HasMaxLength(ApiKey.NameLength);
        builder.Property(key => key.Beginning).HasMaxLength(20);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(key => key.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
