using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Platform.Settings;

internal sealed class Setting
{
    public string Key { get; init; } = "";

    public string Value { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public Guid? ChangedBy { get; set; }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("settings");
        builder.HasKey(setting => setting.Key);
        builder.Property(setting => setting.Key).HasMaxLength(100);
    }
}
