using Helpdesk.Platform.Email;

namespace Helpdesk.Tests.Platform.Email;

public sealed class MailReasonsTests
{
    [Theory]
    [InlineData("Mailbox unavailable. The server response was: 5.2.2 <priya@example.com> over quota", "The receiving server says the mailbox is full.")]
    [InlineData("552 5.2.2 Mailbox full", "The receiving server says the mailbox is full.")]
    [InlineData("550 5.1.1 User unknown", "The receiving server does not know this address.")]
    [InlineData("550 No such user here", "The receiving server does not know this address.")]
    [InlineData("550 5.7.1 Blocked by policy", "The receiving server refuses mail from us.")]
    [InlineData("451 4.7.1 Greylisting in action", "The receiving server asks us to come back later.")]
    [InlineData("535 5.7.8 Authentication credentials invalid", "The mail server does not accept our user name and password.")]
    [InlineData("552 5.3.4 Message size exceeds fixed limit", "The receiving server says the mail is too big.")]
    [InlineData("Failure sending mail. (Connection refused (mail.example:25))", "The mail server does not answer.")]
    [InlineData("It was no longer worth sending. Before that: 4.2.2 full", "The receiving server says the mailbox is full.")]
    [InlineData("It was no longer worth sending.", "It was no longer worth sending.")]
    [InlineData("KeyNotFoundException", "It could not be handed over.")]
    [InlineData("", "It could not be handed over.")]
    [InlineData(null, "It could not be handed over.")]
    public void An_answer_is_told_in_words(string? answer, string words) => Assert.Equal(words, MailReasons.InWords(answer));
}
