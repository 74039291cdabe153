using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.MakeArticle;

namespace Helpdesk.Tests.Tickets;

/// <summary>What goes out of a text before everybody may read it, and what stays.</summary>
public sealed class NamesOutTests
{
    private static readonly NamesOut Names = new([Card("Priya Patel"), Card("Jürgen O'Neil-Groß"), Card("Al Bo"), Card("A. (B")]);

    [Theory]
    [InlineData("I am Priya Patel.", "I am [name].")]
    [InlineData("Priya, ask Patel", "[name], ask [name]")]
    [InlineData("Jürgen O'Neil-Groß called", "[name] called")]
    [InlineData("Priyanka stays, Patels too", "Priyanka stays, Patels too")]
    [InlineData("A short Al stays; Al Bo does not", "A short Al stays; [name] does not")]
    [InlineData("write to priya.patel+vpn@acme.example today", "write to [e-mail address] today")]
    [InlineData("<mailto:jürgen@büro.example>", "<[e-mail address]>")]
    [InlineData("signs A. (B do no harm", "signs [name] do no harm")]
    [InlineData("user@host without a dot", "user@host without a dot")]
    public void Names_and_addresses_go(string text, string left) => Assert.Equal(left, Names.Of(text));

    [Fact]
    public void Without_people_addresses_go_all_the_same() => Assert.Equal("[e-mail address]", new NamesOut([]).Of("a@b.example"));

    private static UserCard Card(string name) => new(Guid.NewGuid(), name, "x@y.example", true, false, "UTC", "en");
}
