using System.Text;
using Helpdesk.Auth.ImportPeople;
using Helpdesk.Auth.InvitePeople;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Auth.ShowPerson;
using Helpdesk.Platform;

namespace Helpdesk.Tests.Auth;

/// <summary>How lines of people are read.</summary>
public sealed class PeopleListsTests
{
    [Theory]
    [InlineData("Priya Raman <priya@example.com>", "Priya Raman", "priya@example.com")]
    [InlineData("  \"Raman, Priya\" < priya@example.com >;", "Raman, Priya", "priya@example.com")]
    [InlineData("priya@example.com,", "priya", "priya@example.com")]
    [InlineData("<priya@example.com>", "priya", "priya@example.com")]
    [InlineData("Priya", "Priya", "Priya")]
    [InlineData("Priya <b> <priya@example.com>", "Priya <b>", "priya@example.com")]
    public void An_invitation_is_read_as_mail_programs_write_recipients(string line, string name, string email)
    {
        var read = Assert.Single(InvitationText.Read($"\r\n{line}\n\n"));
        Assert.Equal((2, name, email), (read.Line, read.Name, read.Email));
    }

    [Theory]
    [InlineData("name,email\nKim,kim@example.com")]
    [InlineData("\uFEFFName;EMAIL;Team\r\n\"Kim\";kim@example.com;\r\n")]
    [InlineData(" email , name \n kim@example.com , Kim ")]
    [InlineData("email,name,role,team\nkim@example.com,Kim")]
    public void A_list_is_read_as_spreadsheets_save_it(string text)
    {
        var line = Assert.Single(PeopleCsv.Read(text).Value!.Lines);
        Assert.Equal((new NamedAddress("Kim", "kim@example.com"), "", "", true), (line.Who, line.Role, line.Team, line.IsReadable));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("\uFEFF")]
    [InlineData("Kim,kim@example.com")]
    [InlineData("name,email")]
    [InlineData("name,email,name\nKim,kim@example.com,Kim")]
    [InlineData("name,email,salary\nKim,kim@example.com,1")]
    [InlineData("name,email\nK\0im,kim@example.com")]
    public void What_is_no_list_is_refused(string text) =>
        Assert.Equal(nameof(ImportPeopleRequest.Csv), Assert.Single(Assert.IsType<Refusal.Invalid>(PeopleCsv.Read(text).Refusal).Errors).Key);

    [Fact]
    public void Only_text_in_utf8_is_text()
    {
        Assert.Equal("Zoë", PeopleCsv.Decode("Zoë"u8));
        Assert.Null(PeopleCsv.Decode(Encoding.Latin1.GetBytes("Zoë")));
    }

    [Fact]
    public void Quotes_that_do_not_match_are_seen()
    {
        var lines = PeopleCsv.Read("name,email\nK\"im,kim@example.com\nPia,pia@example.com").Value!.Lines;
        Assert.Equal([false, true], lines.Select(line => line.IsReadable));
    }

    [Fact]
    public void Of_two_states_the_graver_one_is_told()
    {
        var now = DateTimeOffset.UnixEpoch;
        var person = User.Create("kim@example.com", "Kim", Role.Admin, now);
        Assert.Equal((PersonState.Active, true), (PersonStates.Of(person), person.IsActiveAdmin));
        person.InvitedAt = now;
        Assert.Equal((PersonState.Invited, false), (PersonStates.Of(person), person.IsActiveAdmin));
        person.DeletionAskedAt = now;
        Assert.Equal(PersonState.AskedForDeletion, PersonStates.Of(person));
        person.Deactivate(now);
        Assert.Equal(PersonState.Deactivated, PersonStates.Of(person));
        person.Reactivate();
        person.SetPassword("hash");
        Assert.Null(person.InvitedAt);
    }

    [Theory]
    [InlineData("account.role-changed", "Account: role changed")]
    [InlineData("session.ended", "Session: ended")]
    public void Lines_of_the_audit_log_read_as_words(string action, string words) => Assert.Equal(words, PersonActs.InWords(action));
}
