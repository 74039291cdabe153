using Helpdesk.Admin.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Helpdesk.Admin.ManageBranding;

/// <summary>Keeps the two logos: a file of each theme, and the setting that names it.</summary>
internal sealed class Logos(AdminDbContext db, FileIntake intake, FileShelf shelf, ISiteSettings settings)
{
    /// <summary>The field that sentences about a logo stand beside.</summary>
    public const string Field = "Logo";

    public const int LargestKilobytes = 512;
    public const int FewestPixels = 16;
    public const int MostPixels = 2_000;

    private const string Owner = "logo";

    private static readonly FilePlace Place = new("brand/logos", FileKinds.Pictures) { LargestFile = LargestKilobytes << 10, MostFiles = 1 };
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".webp"];

    public async Task<Refusal?> SetAsync(BrandTheme theme, IncomingFile picture, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Problem(picture) is { } problem)
        {
            return new Refusal.Invalid(Field, problem);
        }

        if (await SizeAsync(picture, cancellationToken) is not { } size)
        {
            return new Refusal.Invalid(Field, $"{picture.Name} is not really a picture. Save it again and retry.");
        }

        if (size.Width is < FewestPixels or > MostPixels || size.Height is < FewestPixels or > MostPixels)
        {
            return new Refusal.Invalid(Field, $"The logo has {size.Width} × {size.Height} pixels. Each side can have from {FewestPixels} to {MostPixels}.");
        }

        var received = await intake.ReceiveAsync(Place, picture, user.Id, cancellationToken);
        if (received.Value is not { } file)
        {
            return received.Refusal is Refusal.Invalid invalid ? new Refusal.Invalid(Field, invalid.Errors.Values.First()[0]) : received.Refusal;
        }

        await using var turn = await TakeTurnAsync(cancellationToken);
        await shelf.ReleaseAsync(db, OwnerOf(theme), atOnce: false, cancellationToken);
        FileShelf.Attach(db, OwnerOf(theme), [file]);
        await db.SaveChangesAsync(cancellationToken);
        await settings.ChangeAsync(BrandKeys.LogoFor(theme), new BrandLogo(file.Id, size.Width, size.Height).ToString(), user.Id, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return null;
    }

    public async Task RemoveAsync(BrandTheme theme, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var turn = await TakeTurnAsync(cancellationToken);
        await settings.ChangeAsync([new SettingValue(BrandKeys.LogoFor(theme), null)], user.Id, cancellationToken);
        await shelf.ReleaseAsync(db, OwnerOf(theme), atOnce: false, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>One after the other: of two at once, the setting could name the picture that the other one has put away.</summary>
    private async Task<IDbContextTransaction> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var turn = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('brand.logos'))", cancellationToken);
        return turn;
    }

    private static string? Problem(IncomingFile picture)
    {
        var extension = Path.GetExtension(picture.Name).ToLowerInvariant();
        return extension is ".svg" or ".svgz" ? "An SVG can hold scripts, and nobody can tell for sure that it does not. Save the logo as PNG or WebP."
            : !Extensions.Contains(extension) ? "A logo is a PNG, JPEG or WebP."
            : picture.Size > LargestKilobytes << 10 ? $"{picture.Name} is {FileShelf.WordsFor(picture.Size)}. The limit is {LargestKilobytes} KB."
            : null;
    }

    private static async Task<PictureSize?> SizeAsync(IncomingFile picture, CancellationToken cancellationToken)
    {
        await using var content = picture.Open();
        var bytes = new byte[picture.Size];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return PictureSize.TryRead(bytes.AsSpan(0, length));
    }

    // One owner for each theme, the same on every site.
    private static FileOwner OwnerOf(BrandTheme theme) => new(Owner, new Guid((int)theme + 1, 0, 0, new byte[8]));
}

internal sealed class SetLogoHandler(Logos logos)
{
    public async Task<Outcome<Done>> HandleAsync(BrandTheme theme, IncomingFile? picture, CurrentUser user, CancellationToken cancellationToken) =>
        AdminOnly.Refuse(user) is { } refused ? refused
        : picture is null ? new Refusal.Invalid(Logos.Field, "Choose a picture.")
        : await logos.SetAsync(theme, picture, user, cancellationToken) is { } refusal ? refusal
        : Done.It;
}

internal sealed class RemoveLogoHandler(Logos logos)
{
    public async Task<Outcome<Done>> HandleAsync(BrandTheme theme, CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        await logos.RemoveAsync(theme, user, cancellationToken);
        return Done.It;
    }
}

/// <summary>Back to the house's own look: everything that was chosen goes, but the name stays.</summary>
internal sealed class ResetBrandingHandler(Logos logos, SaveBrandingHandler save)
{
    public async Task<Outcome<Done>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var saved = await save.HandleAsync(new SaveBrandingRequest { Accent = "", AccentDark = "", MailFooter = "", HomeNotice = "" }, user, cancellationToken);
        if (saved.Value is not null)
        {
            await logos.RemoveAsync(BrandTheme.Light, user, cancellationToken);
            await logos.RemoveAsync(BrandTheme.Dark, user, cancellationToken);
        }

        return saved;
    }
}
