using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Http.Idempotency;

/// <summary>Adds the key's row to the first save of the request, whichever module saves: done and remembered are one transaction.</summary>
internal sealed class SaveWatch : IDisposable
{
    private readonly IdempotencyKey row;
    private readonly List<DbContext> contexts;

    public SaveWatch(IEnumerable<DbContext> contexts, IdempotencyKey row)
    {
        this.row = row;
        this.contexts = [.. contexts];
        foreach (var context in this.contexts)
        {
            context.SavingChanges += OnSaving;
            context.SavedChanges += OnSaved;
        }
    }

    public bool IsSaved { get; private set; }

    public void Dispose()
    {
        foreach (var context in contexts)
        {
            context.SavingChanges -= OnSaving;
            context.SavedChanges -= OnSaved;
        }
    }

    private void OnSaving(object? sender, SavingChangesEventArgs saving)
    {
        var context = (DbContext)sender!;
        if (!IsSaved && context.Entry(row).State == EntityState.Detached && context.ChangeTracker.HasChanges())
        {
            context.Add(row);
        }
    }

    private void OnSaved(object? sender, SavedChangesEventArgs saved) =>
        IsSaved = IsSaved || ((DbContext)sender!).Entry(row).State == EntityState.Unchanged;
}
