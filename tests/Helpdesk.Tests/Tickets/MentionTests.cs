using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.Mention;

namespace Helpdesk.Tests.Tickets;

public sealed class MentionTests
{
    private static readonly IReadOnlyList<UserCard> Staff = [Card(1, "Ana Lind"), Card(2, "Ana Lindqvist"), Card(3, "Bo")];

    [Theory]
    [InlineData("@Ana Lind looks", 1)]
    [InlineData("ask @ana lindqvist.", 2)]
    [InlineData("(@Bo)", 3)]
    [InlineData("@Ana is two people", 0)]
    [InlineData("@Bob is nobody", 0)]
    [InlineData("mail a@Bo", 0)]
    [InlineData("`@Bo` and ```\n@Bo\n```", 0)]
    public void The_longest_name_that_fits_is_meant(string text, int id) =>
        Assert.Equal(id == 0 ? [] : [Id(id)], Mentions.NamedIn(text, Staff));

    private static UserCard Card(int id, string name) =>
        new(Id(id), name, "x@example.com", IsActive: true, IsStaff: true, "UTC", "en");

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
