namespace Helpdesk.Platform.Email;

/// <summary>A mail that is ours until the lease runs out.</summary>
internal sealed class Claim(OutboxEmail mail, long since, MailSettings settings, TimeProvider clock)
{
    public OutboxEmail Mail { get; } = mail;

    public bool IsTooLate => Mail.NotAfter < clock.GetUtcNow();

    public bool IsLastAttempt => Mail.Attempts >= settings.Attempts;

    /// <summary>Each claim before ended without a word; a mail that brings the program down must not do so for ever.</summary>
    public bool IsOneTooMany => Mail.Attempts > settings.Attempts;

    public TimeSpan TimeToCompose => settings.Lease - SendTime;

    /// <summary>A mail whose sending could outlive the lease is not begun: another drain might take it meanwhile.</summary>
    public bool HasTimeToSend => clock.GetElapsedTime(since) <= TimeToCompose;

    private TimeSpan SendTime => settings.SendTimeout * 1.5;
}
