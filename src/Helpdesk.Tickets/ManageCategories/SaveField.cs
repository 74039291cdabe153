using System.Text;
using System.Text.RegularExpressions;
using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ManageCategories;

/// <summary>What is not named stays as it is.</summary>
internal sealed record SaveFieldRequest
{
    /// <summary>Its name in the API and in filters; made from the label when it is not named. Never changes.</summary>
    public string? Key { get; init; }

    /// <summary>Never changes.</summary>
    public FieldKind? Kind { get; init; }

    public string? Label { get; init; }

    public string? Hint { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>Employees are neither asked nor told.</summary>
    public bool? IsForTheTeam { get; init; }

    /// <summary>What may be chosen, for a choice.</summary>
    public List<string>? Choices { get; init; }

    /// <summary>Its place among the fields of its category, from 0.</summary>
    public int? Position { get; init; }

    /// <summary>Tickets keep what they have for a removed field, and it can come back.</summary>
    public bool? IsRemoved { get; init; }
}

internal sealed class SaveFieldValidator : AbstractValidator<SaveFieldRequest>
{
    public static readonly SaveFieldValidator Rules = new();

    public SaveFieldValidator()
    {
        RuleFor(request => request.Key!).Matches($"^[a-z][a-z0-9_]{{0,{ExtraField.KeyLength - 1}}}$")
            .WithMessage("Use small letters, digits and _ for the key, with a letter first.")
            .When(request => !string.IsNullOrEmpty(request.Key));
        RuleFor(request => request.Label!).Line("Label", ExtraField.LabelLength).When(request => request.Label is not null);
        RuleFor(request => request.Hint!).Line("Hint", ExtraField.HintLength).When(request => !string.IsNullOrWhiteSpace(request.Hint));
        RuleFor(request => request.Choices!).Cascade(CascadeMode.Stop)
            .Must(choices => choices.Count <= ExtraField.MostChoices).WithMessage($"A field can have up to {ExtraField.MostChoices} choices.")
            .Must(choices => choices.TrueForAll(choice => choice is { Length: > 0 and <= ExtraField.ChoiceLength } && !choice.Any(TextRules.IsNoPartOfALine)))
            .WithMessage($"A choice has 1 to {ExtraField.ChoiceLength} characters, on one line.")
            .When(request => request.Choices is not null);
    }
}

/// <summary>Keeps a new field of a category, or changes, orders, removes and brings back one.</summary>
internal sealed partial class SaveFieldHandler(TicketsDbContext db, ManagedCategories categories, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<ManagedField>> HandleAsync(
        Guid categoryId, Guid? id, SaveFieldRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(categoryId, id, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<ManagedField>> TryAsync(
        Guid categoryId, Guid? id, SaveFieldRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return ManagedCategories.AdminsOnly;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await categories.LockAsync(cancellationToken);
        var all = await db.ExtraFields.Where(field => field.CategoryId == categoryId).OrderBy(field => field.Key).ToListAsync(cancellationToken);
        var known = all.Find(field => field.Id == id);
        if (id is null ? !await db.Categories.AnyAsync(category => category.Id == categoryId, cancellationToken) : known is null)
        {
            return new Refusal.NotFound();
        }

        request = request with { Choices = request.Choices?.ConvertAll(choice => choice.Trim()).Where(choice => choice.Length > 0).Distinct().ToList() };
        if (SaveFieldValidator.Rules.Check(id is null ? request with { Label = request.Label ?? "" } : request) is { } invalid)
        {
            return invalid;
        }

        if (version is not null && version != known?.Version)
        {
            return new Refusal.Stale("Somebody changed this field meanwhile. Look at it, then choose.");
        }

        var now = clock.Now();
        var field = known ?? new ExtraField
        {
            Id = Guid.CreateVersion7(now),
            CategoryId = categoryId,
            Key = string.IsNullOrEmpty(request.Key) ? KeyOf(request.Label!) : request.Key,
            Kind = request.Kind ?? FieldKind.Text,
        };
        if (Fault(request, field, all) is { } fault)
        {
            return fault;
        }

        Write(request, field, now);
        if (id is null || request.Position is not null)
        {
            all.Where(other => other.RemovedAt is null).Place(field, request.Position);
        }

        if (id is null)
        {
            db.Add(field);
        }

        var details = new { field = field.Key, field.IsForTheTeam, isRemoved = field.RemovedAt is not null };
        audit.Add(db, "category.field-saved", new AuditSubject("category", categoryId.ToString()), db.Entry(field).WithChanges(details));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ManagedField.Of(field);
    }

    private static void Write(SaveFieldRequest request, ExtraField field, DateTimeOffset now)
    {
        field.Label = request.Label?.Trim() ?? field.Label;
        field.Hint = request.Hint?.Trim() ?? field.Hint;
        field.IsRequired = request.IsRequired ?? field.IsRequired;
        field.IsForTheTeam = request.IsForTheTeam ?? field.IsForTheTeam;
        field.Choices = field.Kind == FieldKind.Choice ? request.Choices?.ToArray() ?? field.Choices : [];
        field.RemovedAt = request.IsRemoved switch { true => field.RemovedAt ?? now, false => null, null => field.RemovedAt };
        field.Version++;
    }

    private static Refusal? Fault(SaveFieldRequest request, ExtraField field, List<ExtraField> all)
    {
        var isNew = !all.Contains(field);
        if (!isNew && request.Kind is { } kind && kind != field.Kind)
        {
            return new Refusal.Invalid(nameof(request.Kind), "The kind of a field does not change. Make a new field.");
        }

        if (!isNew && !string.IsNullOrEmpty(request.Key) && request.Key != field.Key)
        {
            return new Refusal.Invalid(nameof(request.Key), "The key of a field does not change. Make a new field.");
        }

        if (field.Kind == FieldKind.Choice && (request.Choices?.Count ?? field.Choices.Length) == 0)
        {
            return new Refusal.Invalid(nameof(request.Choices), "Enter what may be chosen.");
        }

        if (isNew && all.Find(other => other.Key == field.Key) is { } same)
        {
            return new Refusal.Invalid(
                nameof(request.Key),
                same.RemovedAt is null ? $"There is a field with the key “{field.Key}” already." : $"A removed field has the key “{field.Key}”. Bring it back, or choose another key.");
        }

        return isNew && all.Count(other => other.RemovedAt is null) >= ExtraField.Most
            ? new Refusal.Conflict($"A category can have up to {ExtraField.Most} fields.")
            : null;
    }

    /// <summary>Asset tag (new) becomes asset_tag_new.</summary>
    private static string KeyOf(string label)
    {
        var plain = new string([.. label.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(char.IsAscii)]);
        var key = NoPartOfAKey().Replace(plain, "_").Trim('_');
        key = key.Length > 0 && char.IsAsciiLetter(key[0]) ? key : $"field_{key}".TrimEnd('_');
        return key.Length <= ExtraField.KeyLength ? key : key[..ExtraField.KeyLength].TrimEnd('_');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoPartOfAKey();
}
