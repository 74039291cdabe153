namespace Helpdesk.Auth.Contracts;

/// <summary>A module that keeps something about people: it writes what it has of one person into the archive that the person downloads.</summary>
public interface IPersonalData
{
    /// <summary>Only what the person may see anyway, whatever their role: no internal words, and nobody else's address.</summary>
    Task WriteAsync(Guid userId, IPersonalDataArchive archive, CancellationToken cancellationToken);
}

/// <summary>A ZIP file in the making. Entries are written one after the other, and none is held in memory whole.</summary>
public interface IPersonalDataArchive
{
    /// <summary>A JSON file with one object. What it is about stands in the archive's README.</summary>
    Task AddAsync<T>(string path, string about, T value, CancellationToken cancellationToken);

    /// <summary>A JSON file with an array, written as the rows come.</summary>
    Task AddAllAsync<T>(string path, string about, IAsyncEnumerable<T> rows, CancellationToken cancellationToken);

    /// <summary>A file as it is; its folder is told of in the README by whoever adds the list of the files.</summary>
    Task AddFileAsync(string path, Stream content, CancellationToken cancellationToken);
}
