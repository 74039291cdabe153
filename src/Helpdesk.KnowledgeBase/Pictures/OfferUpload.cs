using FluentValidation;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;

namespace Helpdesk.KnowledgeBase.Pictures;

internal enum UploadKind
{
    Picture = 0,
    Video = 1,
    Document = 2,
    Captions = 3,
}

internal sealed record OfferUploadRequest
{
    /// <summary>picture, video, document or captions.</summary>
    public string Kind { get; init; } = "";

    public string Filename { get; init; } = "";

    public string ContentType { get; init; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>Of the bytes, in hexadecimal digits; checked when the file is named.</summary>
    public string? Sha256 { get; init; }
}

internal sealed class OfferUploadValidator : AbstractValidator<OfferUploadRequest>
{
    public static readonly OfferUploadValidator Rules = new();

    public OfferUploadValidator() => RuleFor(request => request.Kind)
        .Must(word => Words.Read<UploadKind>(word) is not null).WithMessage(ItemRules.Choose<UploadKind>("kind"));
}

/// <summary>Gives out an address to put the bytes of an item's file to.</summary>
internal sealed class OfferUploadHandler(FileIntake intake)
{
    public async Task<Outcome<UploadOffer>> HandleAsync(OfferUploadRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        if (OfferUploadValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var place = Words.Read<UploadKind>(request.Kind) switch
        {
            UploadKind.Video => ItemFiles.Videos,
            UploadKind.Document => ItemFiles.Documents,
            UploadKind.Captions => ItemFiles.Captions,
            _ => ItemFiles.Pictures,
        };
        var upload = new UploadRequest { Filename = request.Filename, ContentType = request.ContentType, Size = request.Size, Sha256 = request.Sha256 };
        return await intake.OfferAsync(place, upload, user.Id, cancellationToken);
    }
}
