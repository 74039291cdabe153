using System.Linq.Expressions;
using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Model;

namespace Helpdesk.KnowledgeBase.ShowItem;

/// <summary>The contract's KbItem.</summary>
internal record ItemView(
    Guid Id,
    ItemType Type,
    string Title,
    string Slug,
    string Summary,
    string Category,
    IReadOnlyList<string> Tags,
    ItemStatus Status,
    Visibility Visibility,
    AuthorView Author,
    DateTimeOffset? PublishedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    int Helpful,
    int NotHelpful);

internal sealed record AuthorView(Guid Id, string Name);

/// <summary>What lists need of an item, without its long texts.</summary>
internal sealed record ItemRow(
    Guid Id,
    ItemType Type,
    string Title,
    string Slug,
    string Summary,
    string Category,
    List<string> Tags,
    ItemStatus Status,
    Visibility Visibility,
    Guid AuthorId,
    DateTimeOffset? PublishedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    int Helpful,
    int NotHelpful)
{
    public static readonly Expression<Func<Item, ItemRow>> Projection = item => new ItemRow(
        item.Id, item.Type, item.Title, item.Slug, item.Summary, item.Category!.Name ?? "", item.Tags, item.Status, item.Visibility, item.AuthorId,
        item.PublishedAt, item.CreatedAt, item.UpdatedAt, item.Version, item.Helpful, item.NotHelpful);

    public ItemView View(IReadOnlyDictionary<Guid, UserCard> people) => new(
        Id, Type, Title, Slug, Summary, Category, Tags, Status, Visibility,
        new AuthorView(AuthorId, people.GetValueOrDefault(AuthorId)?.Name ?? UserCard.FormerUser),
        PublishedAt, CreatedAt, UpdatedAt, Version, Helpful, NotHelpful);
}
