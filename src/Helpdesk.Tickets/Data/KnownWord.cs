namespace Helpdesk.Tickets.Data;

/// <summary>A word that some public subject or message holds, kept by triggers: what a mistyped one is compared with. Notes never add to it.</summary>
internal sealed class KnownWord
{
    public const int Length = 60;

    public string Word { get; init; } = "";
}
