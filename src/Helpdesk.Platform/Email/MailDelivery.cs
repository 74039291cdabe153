namespace Helpdesk.Platform.Email;

/// <summary>Takes one claimed mail to its end: sent, postponed, failed or dropped. Whatever is wrong with it stays its own matter.</summary>
internal sealed class MailDelivery(OutboxTable table, MailComposer composer, MailTransport transport, MailLog log)
{
    public async Task DeliverAsync(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            var end = await AttemptAsync(claim, cancellationToken);
            await WriteDownAsync(claim.Mail, end, cancellationToken);
        }
        catch (Exception exception)
        {
            // The host stops: the lease runs out, and whoever is there then goes on.
            log.Left(claim.Mail, exception);
        }
    }

    private async Task<End> AttemptAsync(Claim claim, CancellationToken cancellationToken)
    {
        var mail = claim.Mail;
        if (claim.IsTooLate)
        {
            return new End.Failed(mail.LastError is null ? "It was no longer worth sending." : $"It was no longer worth sending. Before that: {mail.LastError}");
        }

        if (claim.IsOneTooMany)
        {
            return new End.Failed("Every attempt ended without a word, as if the program had been stopped in the middle of it.");
        }

        try
        {
            using var composing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            composing.CancelAfter(claim.TimeToCompose);
            var outgoing = await composer.ComposeAsync(mail, composing.Token);
            if (outgoing is null)
            {
                return new End.Dropped();
            }

            if (!claim.HasTimeToSend)
            {
                return Later(claim, "Composing it took too long.");
            }

            await transport.SendAsync(outgoing, cancellationToken);
            return new End.Sent();
        }
        catch (MailRefusedException refused)
        {
            return new End.Failed(refused.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Later(claim, log.Trouble(mail, exception));
        }
    }

    private static End Later(Claim claim, string reason) => claim.IsLastAttempt ? new End.Failed(reason) : new End.Postponed(reason);

    // After the server's 250 a fault of the database must not make us forget it: that would send the mail twice.
    private async Task WriteDownAsync(OutboxEmail mail, End end, CancellationToken cancellationToken)
    {
        for (var wait = TimeSpan.FromMilliseconds(200); ; wait = TimeSpan.FromSeconds(Math.Min(5, wait.TotalSeconds * 2)))
        {
            try
            {
                var isOurs = end switch
                {
                    End.Sent => await table.SentAsync(mail, cancellationToken),
                    End.Dropped => await table.DroppedAsync(mail, cancellationToken),
                    End.Failed failed => await table.FailedAsync(mail, failed.Reason, cancellationToken),
                    End.Postponed postponed => await table.PostponedAsync(mail, postponed.Reason, cancellationToken),
                    _ => throw new InvalidOperationException("A mail came to an end that nobody knows."),
                };
                log.Ended(mail, end, isOurs);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                log.NotWrittenDown(mail, exception);
                await Task.Delay(wait, cancellationToken);
            }
        }
    }
}

/// <summary>What became of a claimed mail.</summary>
internal abstract record End
{
    private End()
    {
    }

    public sealed record Sent : End;

    public sealed record Dropped : End;

    public sealed record Postponed(string Reason) : End;

    public sealed record Failed(string Reason) : End;
}
