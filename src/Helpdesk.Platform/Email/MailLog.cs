using System.Net.Mail;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Email;

/// <summary>What the log hears of mails: their ids and kinds, never an address, a word of theirs or a secret.</summary>
internal sealed class MailLog(ILogger<MailLog> logger)
{
    /// <summary>Logs a failed attempt and returns the reason to keep with the mail.</summary>
    public string Trouble(OutboxEmail mail, Exception exception)
    {
        if (exception is SmtpException smtp)
        {
            // The server's words may repeat the address; they are kept in the row, where admins read them.
            var cause = smtp.InnerException is null ? "" : $" ({smtp.InnerException.Message})";
            logger.LogWarning("Mail {Id} of kind {Kind} was not taken at attempt {Attempt}: {Status}{Cause}", mail.Id, mail.Kind, mail.Attempts, smtp.StatusCode, cause);
            return smtp.Message + cause;
        }

        if (exception is MailTroubleException)
        {
            logger.LogWarning("Mail {Id} of kind {Kind} was not sent at attempt {Attempt}: {Reason}", mail.Id, mail.Kind, mail.Attempts, exception.Message);
            return exception.Message;
        }

        if (mail.Secrets is not null)
        {
            // Whatever an exception's text quotes, here it could be a token.
            logger.LogWarning("Mail {Id} of kind {Kind} could not be made at attempt {Attempt}: {Fault} {Trace}", mail.Id, mail.Kind, mail.Attempts, exception.GetType().Name, exception.StackTrace);
            return exception.GetType().Name;
        }

        logger.LogWarning(exception, "Mail {Id} of kind {Kind} could not be made or handed over at attempt {Attempt}", mail.Id, mail.Kind, mail.Attempts);
        return exception.Message;
    }

    public void Ended(OutboxEmail mail, End end, bool isOurs)
    {
        if (!isOurs)
        {
            logger.LogWarning("Mail {Id} of kind {Kind} was no longer this sender's when it was {End}", mail.Id, mail.Kind, end.GetType().Name);
        }
        else if (end is End.Failed)
        {
            logger.LogError("Mail {Id} of kind {Kind} failed for good after {Attempts} attempts", mail.Id, mail.Kind, mail.Attempts);
        }
        else
        {
            logger.LogDebug("Mail {Id} of kind {Kind}: {End}", mail.Id, mail.Kind, end.GetType().Name);
        }
    }

    public void NotWrittenDown(OutboxEmail mail, Exception exception) =>
        logger.LogWarning(exception, "What became of mail {Id} could not be written down; it is tried again", mail.Id);

    public void Left(OutboxEmail mail, Exception exception) =>
        logger.LogInformation("Mail {Id} of kind {Kind} was left to the next start: {Fault}", mail.Id, mail.Kind, exception.GetType().Name);
}
