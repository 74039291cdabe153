using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Http;

namespace Helpdesk.Admin.ManageOutbox;

internal sealed record OutboxRequest
{
    /// <summary>waiting (as when it is left out) or failed.</summary>
    public string? State { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }
}

internal sealed record RetryMailsRequest
{
    /// <summary>The reason as the list of reasons tells it.</summary>
    public string Reason { get; init; } = "";
}

internal sealed record DiscardMailRequest
{
    /// <summary>Why nobody shall get it; the audit log keeps it.</summary>
    public string Because { get; init; } = "";
}

internal sealed class DiscardMailValidator : AbstractValidator<DiscardMailRequest>
{
    public const int BecauseLength = 300;

    public DiscardMailValidator() => RuleFor(request => request.Because)
        .NotEmpty().WithMessage("Say why this mail is not to be sent.")
        .MaximumLength(BecauseLength);
}

/// <summary>The outbox: what waits, what was given up and why.</summary>
internal sealed class ShowOutboxHandler(IOutboxDesk desk)
{
    public const string Waiting = "waiting";
    public const string Failed = "failed";

    public async Task<Outcome<OutboxState>> StateAsync(CurrentUser user, CancellationToken cancellationToken) =>
        AdminOnly.Refuse(user) is { } refused ? refused : await desk.StateAsync(cancellationToken);

    public async Task<Outcome<CursorPage<OutboxLine>>> ListAsync(OutboxRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        return request.State is null or "" or Waiting or Failed
            ? await desk.ReadAsync(request.State == Failed, request.Cursor, request.Limit, cancellationToken)
            : new Refusal.Invalid(nameof(request.State), "The state is waiting or failed.");
    }

    public async Task<Outcome<OutboxLetter>> ShowAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        AdminOnly.Refuse(user) is { } refused ? refused : await desk.ShowAsync(id, cancellationToken);
}

/// <summary>Sends mails again.</summary>
internal sealed class RetryMailsHandler(IOutboxDesk desk)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        AdminOnly.Refuse(user) is { } refused ? refused : await desk.RetryAsync(id, cancellationToken);

    public async Task<Outcome<RetriedMails>> HandleAsync(RetryMailsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        return request.Reason.Length == 0
            ? new Refusal.Invalid(nameof(request.Reason), "Choose a reason.")
            : await desk.RetryAllAsync(request.Reason, cancellationToken);
    }
}

/// <summary>Gives a mail up for good.</summary>
internal sealed class DiscardMailHandler(IOutboxDesk desk, DiscardMailValidator validator)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, DiscardMailRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        AdminOnly.Refuse(user) is { } refused ? refused
        : validator.Check(request) is { } invalid ? invalid
        : await desk.DiscardAsync(id, request.Because.Trim(), cancellationToken);
}
