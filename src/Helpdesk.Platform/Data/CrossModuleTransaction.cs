using System.Transactions;

namespace Helpdesk.Platform.Data;

/// <summary>
/// One transaction over the contexts of several modules, for the rare act that must be whole (decision 31). The contexts take turns on
/// one connection; whoever would use two at once, or begins a transaction inside, gets an exception.
/// </summary>
public static class CrossModuleTransaction
{
    /// <summary>Undone when it is disposed of without having been completed.</summary>
    public static TransactionScope Begin() => new(
        TransactionScopeOption.RequiresNew,
        new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted },
        TransactionScopeAsyncFlowOption.Enabled);
}
