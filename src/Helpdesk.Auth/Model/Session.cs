using System.ComponentModel.DataAnnotations.Schema;

namespace Helpdesk.Auth.Model;

/// <summary>A person signed in somewhere: one browser, or one API client with its tokens.</summary>
internal sealed class Session
{
    public const int DeviceLabelLength = 200;

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public SessionKind Kind { get; init; }

    public string DeviceLabel { get; init; } = "";

    public string IpAddress { get; init; } = "";

    /// <summary>"Keep me signed in on this device".</summary>
    public bool IsPersistent { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person last proved who they are in this session; some changes ask again when that was long ago.</summary>
    public DateTimeOffset ProvenAt { get; set; }

    /// <summary>The role demands a second factor that the person does not have yet: only setting one up and signing out are open.</summary>
    public bool MustEnrol { get; set; }

    /// <summary>Ends after so long without a request.</summary>
    public TimeSpan IdleFor { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Ends at this time however busy it is.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The word by which the browser is known again; not kept here, only handed to its cookie.</summary>
    [NotMapped]
    public string? DeviceWord { get; set; }

    public static Session Start(
        User user, SessionKind kind, bool isPersistent, string deviceLabel, string ipAddress, (TimeSpan Whole, TimeSpan Idle) lifetime, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            Kind = kind,
            DeviceLabel = TextRules.Start(deviceLabel, DeviceLabelLength),
            IpAddress = ipAddress,
            IsPersistent = isPersistent,
            CreatedAt = now,
            ProvenAt = now,
            IdleFor = lifetime.Idle,
            LastSeenAt = now,
            ExpiresAt = now + lifetime.Whole,
        };
}

internal enum SessionKind
{
    Browser = 0,
    Api = 1,
}
