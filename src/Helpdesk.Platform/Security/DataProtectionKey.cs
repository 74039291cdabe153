using System.Xml.Linq;
using Helpdesk.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Security;

internal sealed class DataProtectionKey
{
    public int Id { get; init; }

    public string Name { get; init; } = "";

    public string Xml { get; init; } = "";
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.Property(key => key.Name).HasMaxLength(200);
    }
}

/// <summary>Keeps the key ring in PostgreSQL, so that every instance reads what another one protected.</summary>
internal sealed class DatabaseKeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<DataProtectionKey>().AsNoTracking()
            .OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse).ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        context.Add(new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}

internal static class DataProtectionRules
{
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("helpdesk");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>(
            (options, scopes) => options.XmlRepository = new DatabaseKeyRing(scopes));
        return services;
    }
}
