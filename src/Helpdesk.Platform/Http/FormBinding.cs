using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Http;

/// <summary>An empty field of a form is an empty text, and the validators alone say which field must be filled in.</summary>
internal static class FormBinding
{
    public static IServiceCollection AddFormBinding(this IServiceCollection services) => services.Configure<MvcOptions>(options =>
    {
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelMetadataDetailsProviders.Add(new EmptyTextStaysEmpty());
    });

    private sealed class EmptyTextStaysEmpty : IDisplayMetadataProvider
    {
        public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
        {
            if (context.Key.ModelType == typeof(string))
            {
                context.DisplayMetadata.ConvertEmptyStringToNull = false;
            }
        }
    }
}
