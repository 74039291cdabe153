using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Tickets.Data;

internal sealed class ReportMapping : IEntityTypeConfiguration<DayOfFacts>, IEntityTypeConfiguration<DayToRecount>
{
    public void Configure(EntityTypeBuilder<DayOfFacts> builder)
    {
        builder.ToTable("days_of_facts");
        builder.HasKey(facts => new { facts.Day, facts.Kind });
        builder.Ignore(facts => facts.FirstMinute);
    }

    public void Configure(EntityTypeBuilder<DayToRecount> builder) => builder.ToTable("days_to_recount");
}
