using Helpdesk.KnowledgeBase.KeepWriting;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.ChangeItem;

/// <summary>An item as its form holds it. What was there when the form was opened comes along, so that only what the writer changed is saved.</summary>
internal sealed record ItemForm
{
    public int BaseVersion { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? Body { get; init; }

    public string? VideoUrl { get; init; }

    public string? Transcript { get; init; }

    public Guid? FileId { get; init; }

    public Guid? CaptionsId { get; init; }

    public string? Category { get; init; }

    public string? Tags { get; init; }

    public string? Visibility { get; init; }

    public string? SeenCategory { get; init; }

    public string? SeenTags { get; init; }

    public string? SeenVisibility { get; init; }

    public static ItemForm Of(WritingView work, Views.ManagedItem item) => new()
    {
        BaseVersion = work.BaseVersion,
        Title = work.Title,
        Summary = work.Summary,
        Body = work.Body,
        VideoUrl = work.VideoUrl,
        Transcript = work.Transcript,
        FileId = work.FileId,
        CaptionsId = work.CaptionsId,
        Category = work.CategoryId?.ToString(),
        Tags = string.Join(", ", work.Tags),
        Visibility = Words.Of(work.Visibility),
        SeenCategory = item.CategoryId?.ToString(),
        SeenTags = string.Join(", ", item.Tags),
        SeenVisibility = Words.Of(item.Visibility),
    };

    public ChangeItemRequest ToRequest()
    {
        var request = new ChangeItemRequest
        {
            BaseVersion = BaseVersion,
            Title = Title ?? "",
            Summary = Summary ?? "",
            Body = Body ?? "",
            VideoUrl = Given(VideoUrl),
            Transcript = Transcript ?? "",
            FileId = FileId,
            CaptionsId = CaptionsId,
            Tags = Tags == SeenTags ? null : TagList,
            Visibility = Visibility == SeenVisibility ? null : Visibility,
        };
        return Category == SeenCategory ? request : request with { Category = Given(Category) };
    }

    public KeepWritingRequest ToWriting() => new()
    {
        BaseVersion = BaseVersion,
        Title = Title ?? "",
        Summary = Summary ?? "",
        Body = Body ?? "",
        VideoUrl = Given(VideoUrl),
        Transcript = Transcript ?? "",
        FileId = FileId,
        CaptionsId = CaptionsId,
        CategoryId = Guid.TryParse(Category, out var category) ? category : null,
        Tags = TagList,
        Visibility = Words.Read<Visibility>(Visibility) ?? Model.Visibility.Everyone,
    };

    private List<string> TagList => [.. (Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
