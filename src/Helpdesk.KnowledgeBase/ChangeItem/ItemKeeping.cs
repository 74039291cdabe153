using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ChangeItem;

/// <summary>Who keeps an item true, until when, and at which address.</summary>
internal sealed class ItemKeeping(KnowledgeBaseDbContext db, IUserDirectory people)
{
    public async Task<Refusal?> ApplyAsync(Item item, ChangeItemRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owner = request.OwnerId ?? item.OwnerId;
        var reviewBy = request.ReviewBy.IsNamed ? request.ReviewBy.Value : item.ReviewBy;
        if (owner != item.OwnerId && (await people.StaffAsync(cancellationToken)).All(member => member.Id != owner))
        {
            return new Refusal.Invalid(nameof(request.OwnerId), "Choose an active member of the helpdesk team.");
        }

        if ((owner, reviewBy) != (item.OwnerId, item.ReviewBy))
        {
            item.HandTo(owner, reviewBy, now);
        }

        return request.Slug is { } slug ? await MoveAsync(item, slug.Trim(), now, cancellationToken) : null;
    }

    private async Task<Refusal?> MoveAsync(Item item, string slug, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var free = await db.FreeSlugAsync(slug, item.Id, cancellationToken);
        if (free != slug)
        {
            return new Refusal.Invalid(nameof(ChangeItemRequest.Slug), $"Another article has this address. We suggest {free}.");
        }

        var returned = await db.FormerSlugs.SingleOrDefaultAsync(former => former.Slug == slug, cancellationToken);
        if (returned is not null)
        {
            db.Remove(returned);
        }

        if (item.MoveTo(slug, now) is { } left)
        {
            db.Add(left);
        }

        return null;
    }
}
