using System.Text.RegularExpressions;
using Helpdesk.Admin.Data;
using Helpdesk.Auth.Data;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Tests.Architecture;

/// <summary>A module's tables are its own.</summary>
public sealed class SchemaTests
{
    private static readonly Dictionary<string, string> SchemaOf = new()
    {
        ["Platform"] = PlatformDbContext.Schema,
        ["Auth"] = AuthDbContext.Schema,
        ["KnowledgeBase"] = KnowledgeBaseDbContext.Schema,
        ["Tickets"] = TicketsDbContext.Schema,
        ["Admin"] = AdminDbContext.Schema,
    };

    [Fact]
    public void A_context_maps_its_own_schema_and_the_shared_tables_only()
    {
        string[] shared = ["platform.outbox", "platform.digest_items", "platform.idempotency_keys", "platform.audit_entries", "platform.notifications", "platform.files", "platform.file_uses", "platform.samples"];
        var tables = 0;
        foreach (var context in Contexts())
        {
            var schema = context.Model.GetDefaultSchema();
            foreach (var entity in context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null))
            {
                tables++;
                var table = $"{entity.GetSchema()}.{entity.GetTableName()}";
                Assert.True(entity.GetSchema() == schema || shared.Contains(table), $"{context.GetType().Name} maps {table}.");
            }
        }

        Assert.True(tables > 15);
    }

    [Fact]
    public void No_context_has_changes_without_a_migration()
    {
        var contexts = Contexts().ToList();
        Assert.Equal(SchemaOf.Count, contexts.Count);
        Assert.All(contexts, context => Assert.False(context.Database.HasPendingModelChanges(), context.GetType().Name));
    }

    [Fact]
    public void No_module_names_a_table_of_another_in_its_sources()
    {
        var looked = 0;
        foreach (var (module, own) in SchemaOf)
        {
            var foreign = SchemaOf.Values.Where(schema => schema != own && schema != PlatformDbContext.Schema).ToList();
            var pattern = new Regex(
                $@"\b(from|join|into|update|table|on|references)\s+""?({string.Join('|', foreign)})""?\s*\.\s*""?[a-z_]+", RegexOptions.IgnoreCase);
            foreach (var file in House.Sources($"src/Helpdesk.{module}", ".cs", ".cshtml", ".sql"))
            {
                looked++;
                var match = pattern.Match(File.ReadAllText(file));
                Assert.False(match.Success, $"{House.Relative(file)} reads {match.Value}.");
            }
        }

        Assert.True(looked > 100);
    }

    [Fact]
    public void Nothing_is_left_behind_in_a_session_because_nobody_cleans_up()
    {
        // Connections go back to the pool as they are. What is set, locked or made is so for a transaction.
        var pattern = new Regex(
            @"pg_(try_)?advisory_lock(_shared)?\s*\(|set_config\([^()]*,\s*false\)|create\s+(global\s+|local\s+)?temp|""\s*set\s+(session\s+)?[a-z_.]+\s*(=|to)\s");
        Assert.Matches(pattern, "select set_config('helpdesk.quiet', 'on', false)");
        Assert.Matches(pattern, "\"set statement_timeout = 5000\"");
        foreach (var file in House.Sources("src", ".cs", ".sql"))
        {
            var match = pattern.Match(File.ReadAllText(file));
            Assert.False(match.Success, $"{House.Relative(file)} says {match.Value}.");
        }
    }

    private static IEnumerable<DbContext> Contexts()
    {
        // Never opened: the models are built without a database.
        var source = NpgsqlDataSource.Create("Host=localhost;Database=none");
        yield return new PlatformDbContext(Options<PlatformDbContext>(source, PlatformDbContext.Schema));
        yield return new AuthDbContext(Options<AuthDbContext>(source, AuthDbContext.Schema));
        yield return new KnowledgeBaseDbContext(Options<KnowledgeBaseDbContext>(source, KnowledgeBaseDbContext.Schema));
        yield return new TicketsDbContext(Options<TicketsDbContext>(source, TicketsDbContext.Schema));
        yield return new AdminDbContext(Options<AdminDbContext>(source, AdminDbContext.Schema));
    }

    private static DbContextOptions<T> Options<T>(NpgsqlDataSource source, string schema)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        options.UseModuleData(source, schema);
        options.UseApplicationServiceProvider(AuthOptions.Services);
        return options.Options;
    }
}
