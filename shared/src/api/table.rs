//! The `endpoints!` macro: a table of rows becomes types, and a list of their descriptions.

/// Makes one zero-size type per row, its [`Endpoint`](crate::api::Endpoint) implementation, and the
/// slice `ENDPOINTS` with all rows. Columns: name, method, path, who, path parameters, input, output.
macro_rules! endpoints {
    ($feature:ident; $(
        $(#[doc = $doc:literal])+
        $name:ident: $method:ident $path:literal [$access:ident] ($($param:ident),*) $input:ty => $output:ty;
    )+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Copy, Debug)]
            pub enum $name {}

            impl $crate::api::Endpoint for $name {
                type Access = $crate::api::$access;
                type Params = $crate::api::table::params!($($param),*);
                type Input = $input;
                type Output = $output;
                const METHOD: $crate::api::Method = $crate::api::Method::$method;
                const PATH: &'static str = $path;
                const NAME: &'static str = stringify!($name);
                const FEATURE: $crate::api::Feature = $crate::api::Feature::$feature;
            }
        )+

        /// Every endpoint of this feature.
        pub const ENDPOINTS: &[$crate::api::EndpointMeta] = &[$(
            $crate::api::EndpointMeta {
                name: stringify!($name),
                method: $crate::api::Method::$method,
                path: $path,
                access: <$crate::api::$access as $crate::api::Access>::LEVEL,
                feature: $crate::api::Feature::$feature,
                summary: concat!($($doc),+),
                input_schema: |generator| generator.subschema_for::<$input>(),
                output_schema: |generator| generator.subschema_for::<$output>(),
            },
        )+];
    };
}

/// The type of a row's path parameters: `()`, the type itself, or a tuple.
macro_rules! params {
    () => { () };
    ($param:ident) => { $param };
    ($($param:ident),+) => { ($($param),+) };
}

pub(crate) use endpoints;
pub(crate) use params;
